import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface RunPagesProps {
  /** From 0. */
  page: number
  pageSize: number
  count: number
  onOpen: (page: number) => void
}

/** The pages of a list that is no table, in the words of the dashboard's tables. */
export const RunPages = ({ page, pageSize, count, onOpen }: RunPagesProps) => {
  const { t: ofDashboard } = useTranslation()
  const pages = Math.ceil(count / pageSize)
  return (
    <Table.Pagination
      count={count}
      pageSize={pageSize}
      pageIndex={page}
      pageCount={pages}
      canPreviousPage={page > 0}
      canNextPage={page < pages - 1}
      previousPage={() => onOpen(page - 1)}
      nextPage={() => onOpen(page + 1)}
      translations={{
        of: ofDashboard("general.of"),
        results: ofDashboard("general.results"),
        pages: ofDashboard("general.pages"),
        prev: ofDashboard("general.prev"),
        next: ofDashboard("general.next"),
      }}
    />
  )
}
