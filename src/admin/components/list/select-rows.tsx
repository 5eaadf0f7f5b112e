import { Checkbox } from "@medusajs/ui"
import type { DataTableCellContext, DataTableHeaderContext } from "@medusajs/ui"

interface SelectAllProps<Row> {
  table: DataTableHeaderContext<Row, unknown>["table"]
  label: string
}

/** Chooses all rows of a page that can be chosen. Medusa's own has no name for those who cannot see where it stands. */
export const SelectAll = <Row,>({ table, label }: SelectAllProps<Row>) => (
  <Checkbox
    aria-label={label}
    checked={table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()}
    onCheckedChange={(checked) => table.toggleAllPageRowsSelected(checked === true)}
  />
)

interface SelectOneProps<Row> {
  row: DataTableCellContext<Row, unknown>["row"]
  label: string
}

/** Chooses one row; nothing where it cannot be chosen. */
export const SelectOne = <Row,>({ row, label }: SelectOneProps<Row>) =>
  row.getCanSelect() ? (
    <Checkbox
      aria-label={label}
      checked={row.getIsSelected()}
      onCheckedChange={(checked) => row.toggleSelected(checked === true)}
    />
  ) : null
