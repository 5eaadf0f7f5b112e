import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMemberRole } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"

type State = AdminDiscordMemberRole["state"]

const COLORS: Record<State, ComponentProps<typeof StatusBadge>["color"]> = {
  held: "green",
  pending: "blue",
  waiting: "orange",
  withheld: "grey",
  ending: "blue",
  ended: "grey",
}

export const RoleStateBadge = ({ state }: { state: State }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <StatusBadge color={COLORS[state]} className="shrink-0 text-nowrap">
      {t(`access.state.${state}`)}
    </StatusBadge>
  )
}
