import { useDate } from "@medusajs/dashboard/hooks"
import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useLastReconcile } from "../../hooks/api/sync-runs"
import { NAMESPACE } from "../../i18n/namespace"
import { membersOf } from "../../lib/membership/members-link"
import { SectionHeader } from "../section-header"
import { BulkRun } from "../sync-run/bulk-run"
import { useReconcile } from "./use-reconcile"

/** The way to the server's members; comparing all of them now, and what the last comparison came to. */
export const MembersSection = ({ server }: { server: AdminDiscordServer }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getRelativeDate } = useDate()
  const run = useLastReconcile(server.id).data?.sync_runs[0]
  const { begin, preview, isPending } = useReconcile(server)
  const isBusy = run?.status === "running" || server.status === "disconnected"
  // The run is asked after while it goes on, the server is not.
  const checked = run?.status === "completed" ? run.finished_at : server.reconciled_at

  return (
    <Container className="divide-y p-0">
      <SectionHeader
        level="h2"
        title={t("server.check.title")}
        subtitle={
          <span aria-live="polite">
            {checked === null
              ? t("server.check.never")
              : t("server.check.last", { when: getRelativeDate(checked) })}
          </span>
        }
      >
        <Button size="small" variant="secondary" asChild>
          <Link to={membersOf(server.id)}>{t("server.check.show")}</Link>
        </Button>
        <Button
          size="small"
          variant="secondary"
          disabled={isBusy || isPending}
          onClick={() => preview()}
        >
          {t("server.check.preview.action")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          disabled={isBusy}
          onClick={() => void begin()}
        >
          {t("server.check.action")}
        </Button>
      </SectionHeader>
      {run && <BulkRun run={run} />}
    </Container>
  )
}
