import type { AdminDiscordEntitlementListResponse } from "../../../types/http"
import { ENTITLEMENT_STATES, type EntitlementState } from "../../../types/http/words"

/** The page's tabs, in their order. */
export const ENTITLEMENT_TABS = [...ENTITLEMENT_STATES, "all"] as const
export type EntitlementTab = (typeof ENTITLEMENT_TABS)[number]

/** Who has access now is what the page is opened for. */
export const FIRST_TAB: EntitlementTab = "active"

export function countIn(
  tab: EntitlementTab,
  counts: AdminDiscordEntitlementListResponse["counts"],
): number {
  return tab === "all" ? counts.total : counts[tab]
}

/** What a tab asks the list for. */
export function statesOf(tab: EntitlementTab): EntitlementState[] | undefined {
  return tab === "all" ? undefined : [tab]
}
