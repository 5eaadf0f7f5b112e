import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordImportRow } from "../../../types/http"
import { IMPORT_OUTCOMES } from "../../../types/http/words"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { OUTCOME_COLORS } from "./outcome-colors"

/** How many rows come to what. */
export const ImportCounts = ({ rows }: { rows: readonly AdminDiscordImportRow[] }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  const counts = IMPORT_OUTCOMES.map((outcome) => ({
    outcome,
    count: rows.filter(({ outcomes }) => outcomes.includes(outcome)).length,
  })).filter(({ count }) => count > 0)
  return (
    <ul aria-label={t("imports.counts")} className="flex flex-wrap gap-2">
      {counts.map(({ outcome, count }) => (
        <li key={outcome}>
          <StatusBadge color={OUTCOME_COLORS[outcome]}>
            {`${t(`imports.outcome.${outcome}`)}: ${number.format(count)}`}
          </StatusBadge>
        </li>
      ))}
    </ul>
  )
}
