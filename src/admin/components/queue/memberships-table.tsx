import { DataTable } from "@medusajs/dashboard/components"
import { Button, Container, createDataTableFilterHelper, toast, usePrompt } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { MEMBERSHIP_STATUSES, type MembershipStatus } from "../../../types/http/words"
import type { AdminDiscordMembership } from "../../../types/http"
import {
  useDiscordMemberships,
  useRetryMembership,
  useRetryMemberships,
} from "../../hooks/api/memberships"
import { useErrorMessage } from "../../hooks/use-error-message"
import { useServerChoices } from "../../hooks/use-server-choices"
import { useTableState } from "../../hooks/use-table-state"
import { NAMESPACE } from "../../i18n/namespace"
import { discordName } from "../../lib/discord-user"
import { LoadError } from "../load-error"
import { SectionHeader } from "../section-header"
import { QueueCounts } from "./queue-counts"
import { useMembershipColumns } from "./use-membership-columns"

const PAGE_SIZE = 20
const filters = createDataTableFilterHelper<AdminDiscordMembership>()

/** Who waits for what, and whose move it is. */
export const MembershipsTable = () => {
  const { t } = useTranslation(NAMESPACE)
  const state = useTableState(["status", "server_id"])
  const chosen = { status: state.choices("status"), server_id: state.choices("server_id") }
  const list = useDiscordMemberships({
    limit: PAGE_SIZE,
    offset: state.offset,
    q: state.q,
    ...chosen,
  })
  const servers = useServerChoices()
  const retryOne = useRetryOne()
  const columns = useMembershipColumns(retryOne)
  const retryAll = useRetryAll(chosen.status, chosen.server_id)

  if (list.isLoadingError) {
    return (
      <Container>
        <LoadError
          title={t("queue.loadFailed")}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      </Container>
    )
  }
  return (
    <Container className="divide-y p-0">
      {list.data && <QueueCounts counts={list.data.counts} chosen={chosen.status ?? []} />}
      <SectionHeader level="h2" title={t("queue.title")} subtitle={t("queue.subtitle")}>
        <Button size="small" variant="secondary" disabled={!list.data?.count} onClick={retryAll}>
          {t("queue.retry.all")}
        </Button>
      </SectionHeader>
      <DataTable
        data={list.data?.memberships}
        columns={columns}
        filters={[
          filters.custom({
            id: "status",
            type: "multiselect",
            label: t("queue.columns.status"),
            options: MEMBERSHIP_STATUSES.map((value) => ({
              value,
              label: t(`queue.status.${value}`),
            })),
          }),
          filters.custom({
            id: "server_id",
            type: "multiselect",
            label: t("queue.columns.server"),
            options: servers,
          }),
        ]}
        getRowId={({ id }) => id}
        rowCount={list.data?.count}
        pageSize={PAGE_SIZE}
        isLoading={list.isLoading}
        emptyState={{
          empty: { heading: t("queue.empty.title"), description: t("queue.empty.description") },
          filtered: {
            heading: t("queue.noResults.title"),
            description: t("queue.noResults.description"),
          },
        }}
      />
    </Container>
  )
}

function useRetryOne(): (membership: AdminDiscordMembership) => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate } = useRetryMembership()
  return useCallback(
    ({ id, account }) =>
      mutate(id, {
        onSuccess: () => toast.success(t("queue.retry.doneOne", { name: discordName(account) })),
        onError: (error) =>
          toast.error(t("queue.retry.failed"), {
            description: errorMessage(error),
          }),
      }),
    [mutate, t, errorMessage],
  )
}

/** Those of the statuses and the server that are shown; else everyone who waits. */
function useRetryAll(statuses?: string[], serverIds?: string[]): () => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate } = useRetryMemberships()
  const prompt = usePrompt()
  const [serverId, ...others] = serverIds ?? []
  return () => {
    void prompt({
      title: t("queue.retry.confirm.title"),
      description: t(
        others.length > 0 ? "queue.retry.confirm.everyServer" : "queue.retry.confirm.description",
      ),
      confirmText: t("queue.retry.all"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    }).then((confirmed) => {
      if (!confirmed) {
        return
      }
      mutate(
        {
          status: statuses?.filter(isStatus),
          server_id: others.length === 0 ? serverId : undefined,
        },
        {
          onSuccess: ({ count }) => toast.success(t("queue.retry.done", { count })),
          onError: (error) =>
            toast.error(t("queue.retry.failed"), {
              description: errorMessage(error),
            }),
        },
      )
    })
  }
}

function isStatus(text: string): text is MembershipStatus {
  return MEMBERSHIP_STATUSES.some((status) => status === text)
}
