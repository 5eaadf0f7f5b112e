import type { AdminDiscordMembershipCounts } from "../../../types/http"
import { MEMBERSHIP_MOVES, type MembershipMove } from "../../../types/http/words"

/** The page's tabs, in their order. */
export const MEMBER_TABS = [...MEMBERSHIP_MOVES, "all"] as const
export type MemberTab = (typeof MEMBER_TABS)[number]

/** Where a person has to begin: the first tab with somebody in it. */
export function firstTab({ moves }: Pick<AdminDiscordMembershipCounts, "moves">): MemberTab {
  return MEMBERSHIP_MOVES.find((move) => moves[move] > 0) ?? "all"
}

export function countIn(tab: MemberTab, counts: AdminDiscordMembershipCounts): number {
  return tab === "all" ? counts.total : counts.moves[tab]
}

/** What a tab asks the list for. */
export function movesOf(tab: MemberTab): MembershipMove[] | undefined {
  return tab === "all" ? undefined : [tab]
}

/** Whether *Try all again* would find anybody: those who are due come by themselves. */
export function isAnybodyStuck(counts: AdminDiscordMembershipCounts): boolean {
  const { retrying, waiting_for_join, waiting_for_customer, waiting_for_admin } = counts
  return retrying + waiting_for_join + waiting_for_customer + waiting_for_admin > 0
}
