import { RouteDrawer } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordImportRow } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { LoadError } from "../load-error"
import { ProgressBar } from "../sync-run/progress-bar"
import { ImportCounts } from "./import-counts"
import type { ImportedFile } from "./use-import"

interface ImportRunningProps extends Pick<ImportedFile, "plan"> {
  rows: readonly AdminDiscordImportRow[]
  error: unknown
  onGoOn: () => void
}

/** How far it is; where the store does not answer, what is done stays so, and the rest can be gone on with. */
export const ImportRunning = ({ plan, rows, error, onGoOn }: ImportRunningProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  const label = t("bulk.progress", {
    done: number.format(rows.length),
    total: number.format(plan.count),
  })
  return (
    <RouteDrawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
      <Text size="small" weight="plus" role="status">
        {t("imports.running")}
      </Text>
      <ProgressBar label={t("imports.running")} value={rows.length} max={plan.count} />
      <Text size="small" className="text-ui-fg-subtle tabular-nums">
        {label}
      </Text>
      <ImportCounts rows={rows} />
      {error !== null && (
        <LoadError title={t("imports.interrupted")} error={error} onRetry={onGoOn} />
      )}
    </RouteDrawer.Body>
  )
}
