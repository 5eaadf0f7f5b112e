import { DataTable } from "@medusajs/dashboard/components"
import { createDataTableCommandHelper, type DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembershipListResponse } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { useCheckAgain, useCheckChosen } from "./use-check-again"
import { useMemberColumns } from "./use-member-columns"
import { useMemberFilters } from "./use-member-filters"
import { PAGE_SIZE } from "./use-member-list"

const commands = createDataTableCommandHelper()
const NOBODY: DataTableRowSelectionState = {}

interface MembersTableProps {
  page: AdminDiscordMembershipListResponse | undefined
  isLoading: boolean
  /** What the page shows; another one has nobody chosen. */
  address: string
  /** Whether others may be in other tabs. */
  isTab: boolean
}

/** A page of members; those who are chosen can be checked at once. */
export const MembersTable = ({ page, isLoading, address, isTab }: MembersTableProps) => {
  const { t } = useTranslation(NAMESPACE)
  const [chosen, setChosen] = useState({ address, rows: NOBODY })
  const choose = (rows: DataTableRowSelectionState) => setChosen({ address, rows })
  const rows = chosen.address === address ? chosen.rows : NOBODY
  const columns = useMemberColumns(useCheckAgain())
  const filters = useMemberFilters()
  const checkChosen = useCheckChosen(() => choose(NOBODY))
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
