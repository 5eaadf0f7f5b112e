import { useSearchParams } from "react-router-dom"
import { ENTITLEMENT_ORDERS } from "../../../types/http/words"
import { useDiscordEntitlements, type EntitlementFilter } from "../../hooks/api/entitlements"
import { useTableState } from "../../hooks/list/use-table-state"
import {
  ENTITLEMENT_TABS,
  FIRST_TAB,
  statesOf,
  type EntitlementTab,
} from "../../lib/entitlement/entitlement-tab"
import { wholeDays } from "../../lib/entitlement/whole-days"
import { tabNamed, withTab } from "../../lib/tabs"

export const PAGE_SIZE = 20
const FILTERS = ["product_id", "variant_id", "source", "ends_at"]
const NEWEST_FIRST = "-starts_at"

/** The access that the page's address asks for. */
export function useEntitlementList() {
  const [params, setParams] = useSearchParams()
  const state = useTableState(FILTERS)
  const tab = tabNamed(ENTITLEMENT_TABS, params.get("tab")) ?? FIRST_TAB
  const filter: EntitlementFilter = {
    state: statesOf(tab),
    product_id: state.words("product_id"),
    variant_id: state.words("variant_id"),
    source: state.choices("source"),
    ends_at: wholeDays(state.range("ends_at")),
    q: state.q,
    order: ENTITLEMENT_ORDERS.find((order) => order === params.get("order")) ?? NEWEST_FIRST,
  }
  return {
    list: useDiscordEntitlements({ ...filter, limit: PAGE_SIZE, offset: state.offset }),
    filter,
    tab,
    openTab: (next: EntitlementTab) => setParams((before) => withTab(before, next)),
  }
}
