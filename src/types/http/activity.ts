import type { MessageDetail } from "../../messages"
import type { ActivityOutcome } from "../../modules/discord/activity/activity.rules"
import type { ActivityAction } from "../../modules/discord/statuses.rules"
import type { Page } from "./paging"

/** One entry of the activity log: what was done, why, and what Discord answered. */
export interface AdminDiscordActivity {
  id: string
  action: ActivityAction
  outcome: ActivityOutcome
  /** Who or what caused it, e.g. `order order_01…`, a customer's id, an admin's id, `clock`. */
  trigger: string | null
  membership_id: string | null
  server_id: string | null
  server_name: string | null
  account_id: string | null
  discord_user_id: string | null
  username: string | null
  global_name: string | null
  role_id: string | null
  role_name: string | null
  role_color: number | null
  attempt: number
  discord_status: number | null
  discord_code: string | null
  message: string | null
  message_detail: MessageDetail | null
  created_at: string
}

/** Newest first. With `Accept: text/csv` the same rows, all of them, as a download. */
export interface AdminDiscordActivityListResponse extends Page {
  activity: AdminDiscordActivity[]
}
