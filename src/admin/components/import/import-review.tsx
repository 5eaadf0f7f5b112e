import { RouteDrawer } from "@medusajs/dashboard/components"
import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminImportDiscordCustomersResponse } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { ImportCounts } from "./import-counts"
import { ImportRows } from "./import-rows"
import { useConfirmLabel } from "./use-confirm-label"

interface ImportReviewProps {
  plan: AdminImportDiscordCustomersResponse
  onBack: () => void
  onConfirm: () => void
}

/** What the dry run says, before anything is changed. */
export const ImportReview = ({ plan, onBack, onConfirm }: ImportReviewProps) => {
  const { t } = useTranslation(NAMESPACE)
  const label = useConfirmLabel(plan.rows)
  return (
    <div className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <ImportCounts rows={plan.rows} />
        {label === null ? (
          <Alert variant="info">{t("imports.nothing")}</Alert>
        ) : (
          plan.counts.refused > 0 && <Alert variant="warning">{t("imports.othersGoOn")}</Alert>
        )}
        <ImportRows rows={plan.rows} />
      </RouteDrawer.Body>
      <RouteDrawer.Footer className="flex-wrap">
        <Button size="small" variant="secondary" onClick={onBack}>
          {t("imports.back")}
        </Button>
        {label !== null && (
          <Button size="small" onClick={onConfirm}>
            {label}
          </Button>
        )}
      </RouteDrawer.Footer>
    </div>
  )
}
