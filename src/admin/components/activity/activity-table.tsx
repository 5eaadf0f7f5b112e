import { DataTable } from "@medusajs/dashboard/components"
import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { Button, Container, createDataTableFilterHelper, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES } from "../../../types/http/words"
import type { AdminDiscordActivity } from "../../../types/http"
import {
  useDiscordActivity,
  useDownloadActivity,
  type ActivityFilter,
} from "../../hooks/api/activity"
import { useErrorMessage } from "../../hooks/use-error-message"
import { useServerChoices } from "../../hooks/use-server-choices"
import { useTableState } from "../../hooks/use-table-state"
import { NAMESPACE } from "../../i18n/namespace"
import { saveFile } from "../../lib/save-file"
import { LoadError } from "../load-error"
import { SectionHeader } from "../section-header"
import { useActivityColumns } from "./use-activity-columns"

const PAGE_SIZE = 20
const FILTER_IDS = ["server_id", "action", "outcome", "created_at"] as const
const filters = createDataTableFilterHelper<AdminDiscordActivity>()

/** Everything the plugin did and decided, newest first. */
export const ActivityTable = () => {
  const { t } = useTranslation(NAMESPACE)
  const state = useTableState(FILTER_IDS)
  const filter: ActivityFilter = {
    server_id: state.choices("server_id"),
    action: state.choices("action"),
    outcome: state.choices("outcome")?.[0],
    created_at: state.range("created_at"),
    q: state.q,
  }
  const list = useDiscordActivity({ ...filter, limit: PAGE_SIZE, offset: state.offset })
  const columns = useActivityColumns()
  const tableFilters = useActivityFilters()
  const download = useDownload(filter)

  if (list.isLoadingError) {
    return (
      <Container>
        <LoadError
          title={t("activity.loadFailed")}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      </Container>
    )
  }
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("activity.title")} subtitle={t("activity.subtitle")}>
        <Button
          size="small"
          variant="secondary"
          disabled={download.isPending || !list.data?.count}
          onClick={download.start}
        >
          {t("activity.download.action")}
        </Button>
      </SectionHeader>
      <DataTable
        data={list.data?.activity}
        columns={columns}
        filters={tableFilters}
        getRowId={({ id }) => id}
        rowCount={list.data?.count}
        pageSize={PAGE_SIZE}
        isLoading={list.isLoading}
        emptyState={{
          empty: {
            heading: t("activity.empty.title"),
            description: t("activity.empty.description"),
          },
          filtered: {
            heading: t("activity.noResults.title"),
            description: t("activity.noResults.description"),
          },
        }}
      />
    </Container>
  )
}

function useActivityFilters() {
  const { t } = useTranslation(NAMESPACE)
  const servers = useServerChoices()
  const dates = useDataTableDateFilters().filter(({ id }) => id === "created_at")
  return [
    filters.custom({
      id: "server_id",
      type: "multiselect",
      label: t("activity.columns.server"),
      options: servers,
    }),
    filters.custom({
      id: "action",
      type: "multiselect",
      label: t("activity.columns.action"),
      options: ACTIVITY_ACTIONS.map((value) => ({ value, label: t(`activity.action.${value}`) })),
    }),
    filters.custom({
      id: "outcome",
      type: "radio",
      label: t("activity.columns.outcome"),
      options: ACTIVITY_OUTCOMES.map((value) => ({ value, label: t(`activity.outcome.${value}`) })),
    }),
    ...dates,
  ]
}

function useDownload(filter: ActivityFilter): { start: () => void; isPending: boolean } {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate, isPending } = useDownloadActivity()
  const start = () =>
    mutate(filter, {
      onSuccess: (file) => saveFile(file, "discord-activity.csv"),
      onError: (error) =>
        toast.error(t("activity.download.failed"), {
          description: errorMessage(error),
        }),
    })
  return { start, isPending }
}
