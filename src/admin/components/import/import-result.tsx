import { RouteDrawer } from "@medusajs/dashboard/components"
import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordImportRow } from "../../../types/http"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { refusedFile } from "../../lib/import/refused-file"
import { saveFile } from "../../lib/save-file"
import { ImportCounts } from "./import-counts"
import { ImportRows } from "./import-rows"
import type { ImportedFile } from "./use-import"

interface ImportResultProps extends Pick<ImportedFile, "plan"> {
  rows: readonly AdminDiscordImportRow[]
}

/** What became of each row, and those to mend as a file. */
export const ImportResult = ({ plan, rows }: ImportResultProps) => {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const refused = rows.filter(({ outcomes }) => outcomes.includes("refused"))
  const download = () => saveFile(refusedFile(plan, refused, say), "discord-import-refused.csv")
  return (
    <div className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <ImportCounts rows={rows} />
        <Alert variant={refused.length > 0 ? "warning" : "success"} role="status">
          {refused.length > 0
            ? t("imports.doneExcept", { count: refused.length })
            : t("imports.done")}
        </Alert>
        <ImportRows rows={rows} />
      </RouteDrawer.Body>
      <RouteDrawer.Footer className="flex-wrap">
        {refused.length > 0 && (
          <Button size="small" variant="secondary" onClick={download}>
            {t("imports.downloadRefused")}
          </Button>
        )}
        <RouteDrawer.Close asChild>
          <Button size="small">{t("actions.close")}</Button>
        </RouteDrawer.Close>
      </RouteDrawer.Footer>
    </div>
  )
}
