import { DataTable } from "@medusajs/dashboard/components"
import { createDataTableCommandHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordEntitlementListResponse } from "../../../types/http"
import type { EntitlementFilter } from "../../hooks/api/entitlements"
import { useChosenRows } from "../../hooks/list/use-chosen-rows"
import { NAMESPACE } from "../../i18n/namespace"
import { isByHand } from "../../lib/entitlement/by-hand"
import { useEndChosen } from "./use-end-chosen"
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

const commands = createDataTableCommandHelper()

/** A page of them; what a person gave can be chosen, and ended at once. */
export const EntitlementsTable = ({ page, isLoading, filter, isTab }: EntitlementsTableProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { rows, choose, chooseNone } = useChosenRows()
  const endChosen = useEndChosen(chooseNone)
  const columns = useEntitlementColumns()
  const filters = useEntitlementFilters(filter)
  const empty =
    isTab && page && page.counts.total > 0 ? "entitlements.emptyTab" : "entitlements.empty"
  return (
    <DataTable
      data={page?.entitlements}
      columns={columns}
      filters={filters}
      commands={[
        commands.command({
          label: t("customer.manual.end.action"),
          shortcut: "E",
          action: (selection) => {
            const ids = Object.keys(selection)
            endChosen(ids, t("entitlements.end.title", { count: ids.length }))
          },
        }),
      ]}
      rowSelection={{
        state: rows,
        onRowSelectionChange: choose,
        enableRowSelection: ({ original }) => isByHand(original),
      }}
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
