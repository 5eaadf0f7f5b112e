import { DataTable } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import type { AdminDiscordEntitlementListResponse } from "../../../types/http"
import type { EntitlementFilter } from "../../hooks/api/entitlements"
import { NAMESPACE } from "../../i18n/namespace"
import { useEntitlementColumns } from "./use-entitlement-columns"
import { useEntitlementFilters } from "./use-entitlement-filters"
import { PAGE_SIZE } from "./use-entitlement-list"

interface EntitlementsTableProps {
  page: AdminDiscordEntitlementListResponse | undefined
  isLoading: boolean
  filter: EntitlementFilter
  /** Whether others may be in other tabs. */
  isTab: boolean
}

/** A page of them. */
export const EntitlementsTable = ({ page, isLoading, filter, isTab }: EntitlementsTableProps) => {
  const { t } = useTranslation(NAMESPACE)
  const columns = useEntitlementColumns()
  const filters = useEntitlementFilters(filter)
  const empty =
    isTab && page && page.counts.total > 0 ? "entitlements.emptyTab" : "entitlements.empty"
  return (
    <DataTable
      data={page?.entitlements}
      columns={columns}
      filters={filters}
      getRowId={({ id }) => id}
      rowCount={page?.count}
      pageSize={PAGE_SIZE}
      isLoading={isLoading}
      emptyState={{
        empty: { heading: t(`${empty}.title`), description: t(`${empty}.description`) },
        filtered: {
          heading: t("entitlements.noResults.title"),
          description: t("entitlements.noResults.description"),
        },
      }}
    />
  )
}
