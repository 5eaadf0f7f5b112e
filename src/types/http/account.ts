import type { AnsweredTodo } from "../../modules/discord/access/customer-todo.rules"
import type { AccountStatus } from "../../modules/discord/statuses.rules"

/** What the customer must do before the roles can be given: as a code, and in words of the language that was asked for. */
export type StoreDiscordTodo = AnsweredTodo

/** The Discord account that the customer connected. */
export interface StoreDiscordAccount {
  discord_user_id: string
  username: string
  global_name: string | null
  /** What to call them: `global_name`, else `username`. */
  display_name: string
  /** Their picture at Discord; one of Discord's own where they have none. */
  avatar_url: string
  status: AccountStatus
}

/** `held`: seen in Discord, at the server's `last_seen_at`, or given since. `pending`: on its way. `waiting`: needs a step of the customer's or the shop's. */
export type StoreDiscordRoleState = "held" | "pending" | "waiting"

/** A role of the customer in one server. */
export interface StoreDiscordMemberRole {
  /** Discord's id of the role. */
  role_id: string
  name: string
  color: number
  state: StoreDiscordRoleState
  /** Until when it is had, by what is known now: the latest end of all that gives it, with the server's grace; null = no end is known. */
  ends_at: string | null
}

/** A Discord server in which the customer has, or is to have, roles. */
export interface StoreDiscordServer {
  guild_id: string
  name: string
  /** Its icon at Discord; null where it has none. */
  icon_url: string | null
  /** Opens the server in Discord. */
  open_url: string
  /** Brings the customer into the server by an invitation of their own, good for an hour at least; null unless they are known to be outside and an invitation would do. */
  join_url: string | null
  roles: StoreDiscordMemberRole[]
  /** When Discord last said how the customer stands in this server; null = not looked at yet. */
  last_seen_at: string | null
  /** What the customer must do for their roles here; null when nothing. */
  todo: StoreDiscordTodo | null
}

/** `GET /store/discord`: what a storefront shows its customer. */
export interface StoreDiscordResponse {
  account: StoreDiscordAccount | null
  servers: StoreDiscordServer[]
  /** What the customer must do first, e.g. connect Discord, or what they must do in one of the servers; null when nothing. */
  todo: StoreDiscordTodo | null
}
