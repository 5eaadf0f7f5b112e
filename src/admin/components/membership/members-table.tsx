import { DataTable } from "@medusajs/dashboard/components"
import { createDataTableCommandHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembershipListResponse } from "../../../types/http"
import { useChosenRows } from "../../hooks/list/use-chosen-rows"
import { NAMESPACE } from "../../i18n/namespace"
import { useEndOfMembers } from "../entitlement/use-end-of-members"
import { useCheckAgain, useCheckChosen } from "./use-check-again"
import { useMemberColumns } from "./use-member-columns"
import { useMemberFilters } from "./use-member-filters"
import { PAGE_SIZE } from "./use-member-list"

const commands = createDataTableCommandHelper()

interface MembersTableProps {
  page: AdminDiscordMembershipListResponse | undefined
  isLoading: boolean
  /** Whether others may be in other tabs. */
  isTab: boolean
}

/** A page of members; those who are chosen can be checked at once, and what a person gave them ended. */
export const MembersTable = ({ page, isLoading, isTab }: MembersTableProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { rows, choose, chooseNone } = useChosenRows()
  const columns = useMemberColumns(useCheckAgain())
  const filters = useMemberFilters()
  const checkChosen = useCheckChosen(chooseNone)
  const endOfChosen = useEndOfMembers(chooseNone)
  const empty = isTab && page && page.counts.total > 0 ? "members.emptyTab" : "members.empty"
  return (
    <DataTable
      data={page?.memberships}
      columns={columns}
      filters={filters}
      commands={[
        commands.command({
          label: t("members.check.action"),
          shortcut: "A",
          action: (selection) => checkChosen(Object.keys(selection)),
        }),
        commands.command({
          label: t("customer.manual.end.action"),
          shortcut: "E",
          action: (selection) =>
            endOfChosen(page?.memberships.filter(({ id }) => id in selection) ?? []),
        }),
      ]}
      rowSelection={{ state: rows, onRowSelectionChange: choose }}
      getRowId={({ id }) => id}
      rowCount={page?.count}
      pageSize={PAGE_SIZE}
      isLoading={isLoading}
      emptyState={{
        empty: { heading: t(`${empty}.title`), description: t(`${empty}.description`) },
        filtered: {
          heading: t("members.noResults.title"),
          description: t("members.noResults.description"),
        },
      }}
    />
  )
}
