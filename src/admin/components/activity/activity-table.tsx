import { DataTable } from "@medusajs/dashboard/components"
import { Button, Container, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  useDiscordActivity,
  useDownloadActivity,
  type ActivityFilter,
} from "../../hooks/api/activity"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { saveFile } from "../../lib/save-file"
import { LoadError } from "../load-error"
import { SectionHeader } from "../section-header"
import { useActivityColumns } from "./use-activity-columns"
import { useActivityFilter, useActivityFilters } from "./use-activity-filters"

const PAGE_SIZE = 20

/** Everything the plugin did and decided, newest first. */
export const ActivityTable = () => {
  const { t } = useTranslation(NAMESPACE)
  const { state, filter } = useActivityFilter()
  const list = useDiscordActivity({ ...filter, limit: PAGE_SIZE, offset: state.offset })
  const columns = useActivityColumns()
  const tableFilters = useActivityFilters(state, list.data?.activity)
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
