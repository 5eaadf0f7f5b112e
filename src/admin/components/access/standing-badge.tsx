import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { EntitlementState } from "../../../types/http/words"
import { NAMESPACE } from "../../i18n/namespace"

const COLORS = {
  active: "green",
  upcoming: "grey",
  suspended: "orange",
  ended: "grey",
} as const satisfies Record<EntitlementState, string>

/** How an access stands now. */
export const StandingBadge = ({ state }: { state: EntitlementState }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <StatusBadge color={COLORS[state]} className="w-fit text-nowrap">
      {t(`access.standing.${state}`)}
    </StatusBadge>
  )
}
