import type {
  AccountStatus,
  ActivityAction,
  ErrorOwner,
  GrantOrigin,
  MembershipStatus,
  ServerStatus,
} from "../../modules/discord/statuses.rules"
import type { MessageDetail } from "../../messages"
import type { MemberRoleState } from "../../modules/discord/access/role-state.rules"
import type { MembershipMove } from "../../modules/discord/membership/move.rules"
import type { Page } from "./paging"

/** A Discord user as the admin sees them. */
export interface AdminDiscordAccount {
  id: string
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  status: AccountStatus
}

/** Enough of a server to name it. */
export interface AdminDiscordServerName {
  id: string
  guild_id: string
  name: string
  icon: string | null
  status: ServerStatus
}

/** What Discord last said about one role of one member. */
export interface AdminDiscordAnswer {
  action: ActivityAction
  discord_status: number | null
  discord_code: string | null
  message: string | null
  message_detail: MessageDetail | null
  at: string
}

/** A role in one server, and where it stands for the member. */
export interface AdminDiscordMemberRole {
  /** Discord's id of the role. */
  role_id: string
  name: string
  color: number
  /** Whether the member should hold it now. */
  desired: boolean
  /** Whether the plugin stands behind it in Discord now. */
  held: boolean
  origin: GrantOrigin | null
  state: MemberRoleState
  /** Why it is not as it should be yet, in words; null when it is. */
  reason: string | null
  reason_detail: MessageDetail | null
  /** When Discord last said how the member stands; null = not looked at yet. */
  last_seen_at: string | null
  last_answer: AdminDiscordAnswer | null
}

/** One Discord user in one server, and the work on them. */
export interface AdminDiscordMembership {
  id: string
  status: MembershipStatus
  /** Due, but held back by a canceled run: nothing happens until it is resumed, retried or something changes. */
  held_back: boolean
  /** Whose move it is now; null when nobody has to do anything. */
  move: MembershipMove | null
  /** What it waits for, in words; null when nothing is left to do. */
  reason: string | null
  reason_detail: MessageDetail | null
  /** Whose move the last failure is; null when nothing went wrong. */
  error_owner: ErrorOwner | null
  /** Discord's code of the last failure. */
  error_code: string | null
  /** Whether Discord last said the user is in the server; null = not known yet. */
  in_server: boolean | null
  /** Failures in a row. */
  attempts: number
  next_attempt_at: string | null
  last_synced_at: string | null
  /** When Discord last said how the member stands; null = not looked at yet. */
  last_seen_at: string | null
  /** Whether Discord waits for them to accept the server's rules; null = not told yet. */
  pending: boolean | null
  /** When time alone will next change the roles. */
  recheck_at: string | null
  sync_run_id: string | null
  account: AdminDiscordAccount
  server: AdminDiscordServerName
  /** Medusa customers who are this Discord user. */
  customer_ids: string[]
  roles: AdminDiscordMemberRole[]
}

/** How many memberships stand where. */
export type AdminDiscordMembershipCounts = Record<MembershipStatus, number> & {
  /** Of those that are `due`: how many a canceled run holds back. */
  held_back: number
  total: number
  /** Whose move it is, of those where somebody has to do something. */
  moves: Record<MembershipMove, number>
}

/** The longest waiting first, unless `order` says otherwise. `counts` are those of the server asked for, whatever else is filtered. */
export interface AdminDiscordMembershipListResponse extends Page {
  memberships: AdminDiscordMembership[]
  counts: AdminDiscordMembershipCounts
}

/** `GET /admin/discord/memberships/counts` */
export interface AdminDiscordMembershipCountsResponse {
  counts: AdminDiscordMembershipCounts
}

/** `POST /admin/discord/memberships/:id/retry`: the membership as it is now. */
export interface AdminDiscordMembershipResponse {
  membership: AdminDiscordMembership
}

/** `POST /admin/discord/memberships/retry`; left out = all that wait or retry. */
export interface AdminRetryDiscordMemberships {
  /** These alone, a hundred at most: looked at again whatever their status. Those of a disconnected server are left out. */
  ids?: string[]
  status?: MembershipStatus[]
  /** One server, or several. */
  server_id?: string | string[]
}

/** `POST /admin/discord/memberships/retry` */
export interface AdminRetryDiscordMembershipsResponse {
  /** How many are tried again. */
  count: number
}
