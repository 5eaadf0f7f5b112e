import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { useLocation } from "react-router-dom"

const NONE: DataTableRowSelectionState = {}

/** Which rows of a list are chosen. What the page's address asks for decides which rows there are: of another one none is chosen. */
export function useChosenRows() {
  const { search: address } = useLocation()
  const [chosen, setChosen] = useState({ address, rows: NONE })
  const choose = (rows: DataTableRowSelectionState) => setChosen({ address, rows })
  return {
    rows: chosen.address === address ? chosen.rows : NONE,
    choose,
    chooseNone: () => choose(NONE),
  }
}
