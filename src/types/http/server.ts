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
  /** Whether a server that is disconnected still has the roles taken back that the plugin gave in it. */
  takes_back_roles: boolean
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

/** Whom disconnecting the server would concern: `GET /admin/discord/servers/:id/disconnect`. */
export interface AdminDiscordServerDisconnectPreview {
  /** Members the plugin knows in this server. */
  members: number
  /** Of them, those who hold a role the plugin gave. */
  members_with_roles: number
  /** Roles the plugin gave: with `roles=remove` they are taken back, else members keep them. */
  roles_given: number
  /** Roles that members had before: they stay in any case. */
  roles_adopted: number
  /** Changes that wait: kept, and carried out when the server is connected again. */
  changes_waiting: number
  /** Pairs of a variant and a role of this server: kept. */
  mappings: number
  /** Roles the plugin gave, the one most members hold first. */
  roles: { role_id: string; name: string; color: number; members: number }[]
}

export interface AdminDiscordServerDisconnectPreviewResponse {
  preview: AdminDiscordServerDisconnectPreview
}

/** `DELETE /admin/discord/servers/:id?roles=keep|remove` */
export interface AdminDiscordServerDeleteResponse {
  id: string
  object: "discord_server"
  deleted: true
  /** As it is now: disconnected, and kept with its mappings. */
  server: AdminDiscordServer
}

export interface AuthorizationUrlResponse {
  authorization_url: string
}
