import { useTranslation } from "react-i18next"
import type { AdminDiscordImportRow } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { customersWith } from "../../lib/import/summary"

const STEPS = [
  ["grant", "will_grant"],
  ["change", "will_change"],
  ["link", "will_link"],
] as const

/** What confirming does to how many customers: "Give access to 12 customers, link 3". Null when it does nothing. */
export function useConfirmLabel(rows: readonly AdminDiscordImportRow[]): string | null {
  const { t } = useTranslation(NAMESPACE)
  const parts = STEPS.map(([step, outcome]) => ({ step, count: customersWith(rows, outcome) }))
    .filter(({ count }) => count > 0)
    .map(({ step, count }, index) =>
      t(`imports.confirm.${index === 0 ? "first" : "next"}.${step}`, { count }),
    )
  return parts.length === 0 ? null : parts.join(", ")
}
