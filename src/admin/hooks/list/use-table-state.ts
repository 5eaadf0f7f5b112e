import { useQueryParams } from "@medusajs/dashboard/hooks"
import { useMemo } from "react"
import { parseTableState, type TableState } from "../../lib/table-state"

/**
 * What a `DataTable` has written into the page's address: its filters, its search and its page. So a filtered list can be
 * linked to, and the browser's back button undoes a filter.
 *
 * @param filterIds the table's filters
 * @param prefix the table's prefix, where a page has several
 */
export function useTableState(filterIds: readonly string[], prefix?: string): TableState {
  const params = useQueryParams([...filterIds, "q", "offset"], prefix)
  const written = JSON.stringify(params)
  return useMemo(
    () => parseTableState(JSON.parse(written) as Record<string, string | undefined>),
    [written],
  )
}
