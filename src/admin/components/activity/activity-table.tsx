import { DataTable } from "@medusajs/dashboard/components"
import { Container, toast } from "@medusajs/ui"
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
    <Container className="p-0">
      <DataTable
        data={list.data?.activity}
        columns={columns}
        filters={tableFilters}
        getRowId={({ id }) => id}
        rowCount={list.data?.count}
        pageSize={PAGE_SIZE}
        isLoading={list.isLoading}
        heading={t("activity.title")}
        subHeading={t("activity.subtitle")}
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
        actions={[
          {
            label: t("activity.download.action"),
            onClick: download.start,
            disabled: download.isPending || !list.data?.count,
          },
        ]}
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
