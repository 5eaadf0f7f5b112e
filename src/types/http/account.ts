import type { AnsweredTodo } from "../../modules/discord/access/customer-todo.rules"
import type { AccountStatus } from "../../modules/discord/statuses.rules"

/** What the customer must do before the roles can be given, as a code and in words. */
export type StoreDiscordTodo = AnsweredTodo

/** The Discord account that the customer connected. */
export interface StoreDiscordAccount {
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
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
}

/** A Discord server in which the customer has, or is to have, roles. */
export interface StoreDiscordServer {
  guild_id: string
  name: string
  icon: string | null
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
