import type { MembershipMove } from "../../modules/discord/membership/move.rules"
import type { CallCounts } from "../../modules/discord/operations/overview/call-hours.rules"

/** Calls to Discord that ended in one hour. */
export interface AdminDiscordCallHour extends CallCounts {
  begins_at: string
}

/** How the store's work in Discord goes. */
export interface AdminDiscordOverview {
  as_of: string
  /** Who holds a role that the store gave or stands behind. */
  members_served: number
  /** Of those where somebody has to do something: whose move it is. */
  members_waiting: Record<MembershipMove, number>
  /**
   * Seconds from an order, or from the connection of who connected later, to its role, of the last day; null when no such role was given.
   */
  order_to_role: { median_s: number; longest_s: number } | null
  /** When the members of the connected server that waits longest for it were last compared with Discord; null = one never was. */
  members_checked_at: string | null
  /** The last 24 hours, the one that runs last. Other processes' calls of the last minute may be missing. */
  hours: AdminDiscordCallHour[]
}

/** `GET /admin/discord/overview`: asks Discord nothing. */
export interface AdminDiscordOverviewResponse {
  overview: AdminDiscordOverview
}
