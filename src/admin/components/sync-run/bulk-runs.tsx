import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useDiscordSyncRuns } from "../../hooks/api/sync-runs"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { LoadError } from "../load-error"
import { Loading } from "../loading"
import { SectionHeader } from "../section-header"
import { BulkRun } from "./bulk-run"
import { ReadOlderOrders } from "./read-older-orders"
import { RunPages } from "./run-pages"

/** What goes on, and what was lately. */
const FEW = 3
const PAGE_SIZE = 10

/** Bulk work with its progress, and the button that reads orders from before the plugin. */
export const BulkRuns = () => {
  const { t, i18n } = useTranslation(NAMESPACE)
  /** Null = the last few. */
  const [page, setPage] = useState<number | null>(null)
  const list = useDiscordSyncRuns(
    page === null ? { limit: FEW } : { limit: PAGE_SIZE, offset: page * PAGE_SIZE },
  )
  const runs = list.data?.sync_runs ?? []
  const count = list.data?.count ?? 0
  const reading = runs.some(({ kind, status }) => kind === "order_backfill" && status === "running")
  const number = new Intl.NumberFormat(localeOf(i18n.language)).format(count)

  return (
    <Container className="divide-y p-0">
      <SectionHeader level="h2" title={t("bulk.title")} subtitle={t("bulk.subtitle")}>
        <ReadOlderOrders disabled={reading} />
      </SectionHeader>
      {list.isLoadingError && (
        <div className="px-6 py-4">
          <LoadError
            title={t("bulk.loadFailed")}
            error={list.error}
            onRetry={() => void list.refetch()}
          />
        </div>
      )}
      {list.isLoading && (
        <div className="px-6 py-4">
          <Loading label={t("bulk.loading")} />
        </div>
      )}
      {list.data && runs.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("bulk.empty")}
        </Text>
      )}
      {runs.map((run) => (
        <BulkRun key={run.id} run={run} />
      ))}
      {page !== null && count > PAGE_SIZE && (
        <RunPages page={page} pageSize={PAGE_SIZE} count={count} onOpen={setPage} />
      )}
      {count > FEW && (
        <div className="px-6 py-4">
          <Button
            size="small"
            variant="transparent"
            onClick={() => setPage(page === null ? 0 : null)}
          >
            {page === null ? t("bulk.showAll", { number }) : t("bulk.showLess")}
          </Button>
        </div>
      )}
    </Container>
  )
}
