import type { AccountStatus } from "../../modules/discord/domain/statuses"

export interface StoreDiscordAccount {
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  status: AccountStatus
}

/** `held`: in Discord now. `pending`: on its way. `waiting`: needs a step of the customer's or the shop's. */
export type StoreDiscordRoleState = "held" | "pending" | "waiting"

export interface StoreDiscordMemberRole {
  /** Discord's id of the role. */
  role_id: string
  name: string
  color: number
  state: StoreDiscordRoleState
}

export interface StoreDiscordServer {
  guild_id: string
  name: string
  icon: string | null
  roles: StoreDiscordMemberRole[]
  /** What the customer must do, in words; null when nothing. */
  todo: string | null
}

export interface StoreDiscordResponse {
  account: StoreDiscordAccount | null
  servers: StoreDiscordServer[]
  /** What the customer must do first, e.g. connect Discord; null when nothing. */
  todo: string | null
}
