import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordImportRow } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { refusedFirst } from "../../lib/import/summary"
import { RunPages } from "../sync-run/run-pages"
import { ImportRow } from "./import-row"

const PAGE_SIZE = 20

/** The rows of a file, those first that are refused. */
export const ImportRows = ({ rows }: { rows: readonly AdminDiscordImportRow[] }) => {
  const { t } = useTranslation(NAMESPACE)
  const [page, setPage] = useState(0)
  const shown = refusedFirst(rows).slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
  return (
    <div className="shadow-elevation-card-rest bg-ui-bg-base divide-y rounded-lg">
      <ul aria-label={t("imports.rows")} className="divide-y">
        {shown.map((row) => (
          <ImportRow key={row.row} row={row} />
        ))}
      </ul>
      {rows.length > PAGE_SIZE && (
        <RunPages page={page} pageSize={PAGE_SIZE} count={rows.length} onOpen={setPage} />
      )}
    </div>
  )
}
