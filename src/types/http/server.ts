import type {
  AccessEndAction,
  AdoptedRoleAction,
  RoleRemovedAction,
  ServerStatus,
} from "../../modules/discord/domain/statuses"
import type { UnassignableReason } from "../../modules/discord/domain/role-assignability"

export interface AdminDiscordServer {
  id: string
  guild_id: string
  name: string
  icon: string | null
  status: ServerStatus
  pause_reason: string | null
  bot_position: number
  on_access_end: AccessEndAction
  on_role_removed: RoleRemovedAction
  adopted_roles: AdoptedRoleAction
  /** Hours that roles stay after their time has run out; not after a cancel, a refund or an admin's end. */
  grace_hours: number
  created_at: string
  updated_at: string
}

export interface AdminDiscordRole {
  id: string
  /** Discord's own id of the role: what a mapping names. */
  role_id: string
  name: string
  /** RGB as one integer, 0 = Discord's default grey. */
  color: number
  position: number
  managed: boolean
  assignable: boolean
  reason: UnassignableReason | null
  /** The reason in words, with what to do. */
  message: string | null
}

export interface AdminDiscordServerListResponse {
  servers: AdminDiscordServer[]
  count: number
  offset: number
  limit: number
}

export interface AdminDiscordServerResponse {
  server: AdminDiscordServer
}

/** Highest role first, as Discord shows them. */
export interface AdminDiscordRoleListResponse {
  roles: AdminDiscordRole[]
  count: number
  offset: number
  limit: number
}

export interface AdminDiscordServerCheck {
  id: string
  ok: boolean
  message: string
  /** What to do, null when the check passed. */
  fix: string | null
}

export interface AdminDiscordServerRefreshResponse {
  server: AdminDiscordServer
  checks: AdminDiscordServerCheck[]
}

export interface AuthorizationUrlResponse {
  authorization_url: string
}
