import { Button, Container, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCreateDiscordSyncRun, useDiscordSyncRuns } from "../../hooks/api/sync-runs"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { Loading } from "../loading"
import { SectionHeader } from "../section-header"
import { BulkRun } from "./bulk-run"

/** Those that a person may still want to look back at. */
const SHOWN = { limit: 3 }

/** Bulk work with its progress, and the button that reads orders from before the plugin. */
export const SyncRunService = () => {
  const { t } = useTranslation(NAMESPACE)
  const list = useDiscordSyncRuns(SHOWN)
  const runs = list.data?.sync_runs ?? []
  const reading = runs.some(({ kind, status }) => kind === "order_backfill" && status === "running")

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
    </Container>
  )
}

const ReadOlderOrders = ({ disabled }: { disabled: boolean }) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const { mutate, isPending } = useCreateDiscordSyncRun()

  const handleClick = async () => {
    const confirmed = await prompt({
      title: t("bulk.backfill.confirm.title"),
      description: t("bulk.backfill.confirm.description"),
      confirmText: t("bulk.backfill.action"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (confirmed) {
      mutate(
        { kind: "order_backfill" },
        {
          onSuccess: () => toast.success(t("bulk.backfill.started")),
          onError: (error) =>
            toast.error(t("bulk.backfill.failed"), {
              description: errorMessage(error),
            }),
        },
      )
    }
  }

  return (
    <Button
      size="small"
      variant="secondary"
      disabled={disabled}
      isLoading={isPending}
      onClick={() => void handleClick()}
    >
      {t("bulk.backfill.action")}
    </Button>
  )
}
