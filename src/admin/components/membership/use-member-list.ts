import { useEffect } from "react"
import { useSearchParams } from "react-router-dom"
import { MEMBERSHIP_ORDERS } from "../../../types/http/words"
import {
  useDiscordMembershipCounts,
  useDiscordMemberships,
  type MembershipFilter,
} from "../../hooks/api/memberships"
import { useTableState } from "../../hooks/list/use-table-state"
import { firstTab, MEMBER_TABS, movesOf, type MemberTab } from "../../lib/membership/member-tab"
import { tabNamed, withTab } from "../../lib/tabs"

export const PAGE_SIZE = 20
const FILTERS = ["server_id", "role_id"]

/** The members that the page's address asks for. An address without a tab gets one, which then stays: rows move on by themselves. */
export function useMemberList() {
  const [params, setParams] = useSearchParams()
  const state = useTableState(FILTERS)
  const server_id = state.choices("server_id")
  const named = tabNamed(MEMBER_TABS, params.get("tab"))
  const counts = useDiscordMembershipCounts({ server_id }, { enabled: named === undefined })
  const tab = named ?? (counts.data && firstTab(counts.data.counts))
  useEffect(() => {
    if (named === undefined && tab !== undefined) {
      setParams((before) => withTab(before, tab), { replace: true })
    }
  }, [named, tab, setParams])

  const filter: MembershipFilter = {
    move: tab && movesOf(tab),
    server_id,
    role_id: state.choices("role_id"),
    q: state.q,
    order: MEMBERSHIP_ORDERS.find((order) => order === params.get("order")),
  }
  const list = useDiscordMemberships(
    { ...filter, limit: PAGE_SIZE, offset: state.offset },
    { enabled: tab !== undefined },
  )
  return {
    list,
    filter,
    tab,
    counts: list.data?.counts ?? counts.data?.counts,
    failed: list.isLoadingError ? list : counts.isLoadingError ? counts : null,
    openTab: (next: MemberTab) => setParams((before) => withTab(before, next)),
  }
}
