import type { MessageDetail } from "../../messages"
import type { ActivityOutcome } from "../../modules/discord/activity/activity.rules"
import type { NamedKind, Trigger } from "../../modules/discord/activity/trigger.rules"
import type { ActivityAction } from "../../modules/discord/statuses.rules"
import type { AdminDiscordVariant } from "./access"
import type { Page } from "./paging"

/** A role that an entry is about. */
export interface AdminDiscordActivityRole {
  role_id: string
  /** Null = the store knows no such role any more. */
  role_name: string | null
  role_color: number | null
}

/** Who or what caused an entry, as the shop calls it. A null name is that of something that is gone. */
export type AdminDiscordActivityCause =
  | { kind: "order"; id: string; display_id: number | null }
  | { kind: "variant"; id: string; variant: AdminDiscordVariant }
  | { kind: "customer" | "user" | "product"; id: string; name: string | null }
  | { kind: Exclude<Trigger["kind"], NamedKind>; id: string }

/** One entry of the activity log: what was done, why, and what Discord answered. */
export interface AdminDiscordActivity {
  id: string
  action: ActivityAction
  outcome: ActivityOutcome
  /** Who or what caused it, e.g. `order order_01…`, a customer's id, an admin's id, `clock`. */
  trigger: string | null
  /** The same by name; several where roles of one call were given for several orders. */
  causes: AdminDiscordActivityCause[]
  membership_id: string | null
  server_id: string | null
  server_name: string | null
  account_id: string | null
  discord_user_id: string | null
  username: string | null
  global_name: string | null
  /** Whose account it is now, or whom the entry is about; null = nobody whom the shop knows. */
  customer: { id: string; name: string } | null
  /** The first of `roles`. */
  role_id: string | null
  role_name: string | null
  role_color: number | null
  /** Every role of one call to Discord: who joins with two roles joins once. */
  roles: AdminDiscordActivityRole[]
  attempt: number
  discord_status: number | null
  discord_code: string | null
  message: string | null
  message_detail: MessageDetail | null
  /** The message with names in place of ids. */
  named_message: string | null
  named_message_detail: MessageDetail | null
  /** The variants that the message names. */
  variants: AdminDiscordVariant[]
  created_at: string
}

/** Newest first. With `Accept: text/csv` the same rows, all of them, as a download. */
export interface AdminDiscordActivityListResponse extends Page {
  activity: AdminDiscordActivity[]
}
