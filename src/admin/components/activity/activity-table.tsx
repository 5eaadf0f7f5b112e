import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ACTIVITY_PATH, useDiscordActivity } from "../../hooks/api/activity"
import { NAMESPACE } from "../../i18n/namespace"
import { DownloadButton } from "../list/download-button"
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
        <DownloadButton
          path={ACTIVITY_PATH}
          filter={filter}
          found={list.data?.count ?? 0}
          file="discord-activity.csv"
          failed={t("activity.download.failed")}
        />
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
