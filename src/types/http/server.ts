import type { MessageDetail } from "../../messages"
import type { ConsentReason } from "../../modules/discord/consent/consent-words.rules"
import type { ApplicationCheckId } from "../../modules/discord/application/application-checks.rules"
import type { CheckSeverity, ServerCheckId } from "../../modules/discord/server/server-checks.rules"
import type { RoleTestStepId } from "../../modules/discord/role-test/role-test.rules"
import type {
  AccessEndAction,
  AdoptedRoleAction,
  RoleRemovedAction,
  ServerHealth,
  ServerStatus,
} from "../../modules/discord/statuses.rules"
import type { UnassignableReason } from "../../modules/discord/server/role-assignability.rules"

/** A Discord server that the store is connected to. */
export interface AdminDiscordServer {
  id: string
  guild_id: string
  name: string
  icon: string | null
  status: ServerStatus
  pause_reason: string | null
  pause_reason_detail: MessageDetail | null
  /** Whether a server that is disconnected still has the roles taken back that the plugin gave in it. */
  takes_back_roles: boolean
  bot_position: number
  /** The bot's highest role, Discord's id. */
  bot_role_id: string | null
  /** All members, as Discord last counted them; null before it was asked. */
  member_count: number | null
  /** Members of the server that the store knows. */
  customer_count: number
  /** Roles that some variant gives. */
  mapped_role_count: number
  /** Members whose roles wait for the admin. */
  parked_count: number
  health: ServerHealth
  /** The worst of what is wrong, in words; null when nothing is. */
  health_reason: string | null
  health_reason_detail: MessageDetail | null
  /** When Discord was last asked about the server. */
  read_at: string | null
  /** When all its members were last compared with what they bought; null = never yet. */
  reconciled_at: string | null
  on_access_end: AccessEndAction
  on_role_removed: RoleRemovedAction
  adopted_roles: AdoptedRoleAction
  /** Hours that roles stay after their time has run out; not after a cancel, a refund or an admin's end. */
  grace_hours: number
  created_at: string
  updated_at: string
}

/** A role of a server, and whether the bot can give it. */
export interface AdminDiscordRole {
  id: string
  /** Discord's own id of the role: what a mapping names. */
  role_id: string
  name: string
  /** RGB as one integer, 0 = Discord's default grey. */
  color: number
  position: number
  managed: boolean
  /** How many variants give it. */
  variant_count: number
  /** Names of permissions that no shop means to sell, e.g. Administrator. */
  dangerous_permissions: string[]
  dangerous_permission_details: MessageDetail[]
  /** Channels it opens that @everyone does not see; null = not known. */
  opens_channels: number | null
  assignable: boolean
  reason: UnassignableReason | null
  /** The reason in words, with what to do. */
  message: string | null
  message_detail: MessageDetail | null
}

/** `GET /admin/discord/servers` */
export interface AdminDiscordServerListResponse {
  servers: AdminDiscordServer[]
  count: number
  offset: number
  limit: number
}

/** `GET /admin/discord/servers/:id` */
export interface AdminDiscordServerResponse {
  server: AdminDiscordServer
  /** As of `server.read_at`: `POST .../refresh` asks Discord again. */
  checks: AdminDiscordServerCheck[]
}

/** Highest role first, as Discord shows them. */
export interface AdminDiscordRoleListResponse {
  roles: AdminDiscordRole[]
  count: number
  offset: number
  limit: number
}

/** `GET /admin/discord/servers` with `fields` that name `roles`. */
export interface AdminDiscordServerRolesListResponse {
  servers: (Pick<AdminDiscordServer, "id" | "guild_id" | "name"> & {
    roles: Pick<AdminDiscordRole, "role_id" | "name" | "managed" | "position">[]
  })[]
  count: number
  offset: number
  limit: number
}

/** `POST /admin/discord/servers/:id`; what is left out stays. */
export type AdminUpdateDiscordServer = Partial<
  Pick<AdminDiscordServer, "on_access_end" | "on_role_removed" | "adopted_roles" | "grace_hours">
>

/** One health check of a server. */
export interface AdminDiscordServerCheck {
  id: ServerCheckId
  ok: boolean
  /** How bad it is when it is not ok. */
  severity: CheckSeverity
  message: string
  message_detail: MessageDetail
  /** What to do, null when the check passed. */
  fix: string | null
  fix_detail: MessageDetail | null
}

/** `POST /admin/discord/servers/:id/refresh` */
export type AdminDiscordServerRefreshResponse = AdminDiscordServerResponse

/** One check of the application behind the bot. */
export interface AdminDiscordApplicationCheck {
  id: ApplicationCheckId
  ok: boolean
  message: string
  message_detail: MessageDetail
  /** What to do, null when the check passed. */
  fix: string | null
  fix_detail: MessageDetail | null
}

/** What Discord says of the plugin's options. */
export interface AdminDiscordApplicationResponse {
  checks: AdminDiscordApplicationCheck[]
  client_id: string
  /** To be entered in Discord's portal, to the letter. */
  redirect_uri: string
  /** The application in Discord's developer portal. */
  portal_url: string
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

/** `GET /admin/discord/servers/:id/disconnect` */
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

/** A member of a Discord server, whether the store knows them or not. */
export interface AdminDiscordServerMember {
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  role_ids: string[]
}

/** `GET /admin/discord/servers/:id/members`: whose name begins with what was asked for. */
export interface AdminDiscordServerMemberListResponse {
  members: AdminDiscordServerMember[]
}

/** `POST /admin/discord/servers/:id/test` */
export interface AdminTestDiscordRole {
  role_id: string
  discord_user_id: string
  /** Must be true for a role with `dangerous_permissions`; else the answer is 400 and nothing is given. */
  accept_dangerous_permissions?: boolean
}

/** One step of a test of a role, in the order in which they were made. */
export interface AdminDiscordRoleTestStep {
  id: RoleTestStepId
  ok: boolean
  message: string
  message_detail: MessageDetail
  /** What to do, null when the step went well. */
  fix: string | null
  fix_detail: MessageDetail | null
}

/** `POST /admin/discord/servers/:id/test` */
export interface AdminDiscordRoleTestResponse {
  steps: AdminDiscordRoleTestStep[]
}

/** What the page at the end of a consent tells the window that opened it. */
export interface DiscordConsentMessage {
  source: "medusa-plugin-discord-roles"
  ending: DiscordConsentEnding
  /** The same in words. */
  text: string
  /** Left out by versions that had no codes. */
  text_detail?: MessageDetail
}

/** How a consent ended. */
export type DiscordConsentEnding =
  "connected" | "already_connected" | "declined" | "conflict" | "failed"

/** Where to send the browser: Discord's consent page. */
export interface AuthorizationUrlResponse {
  authorization_url: string
}

/** `POST /store/discord/connect` */
export interface StoreConnectDiscord {
  /** One of the store's `redirectUrls`, with any query; the first when left out. */
  redirect_url?: string
  /** Of a guest who is signed in nowhere: connects the order that this cart becomes. */
  cart_id?: string
}

/** Answer of `POST /store/discord/connect`. */
export interface StoreConnectDiscordResponse extends AuthorizationUrlResponse {
  /** A page of the store's that begins the same in whichever browser opens it first, once, within 5 minutes. */
  connect_url: string
}

/** What a storefront reads in `discord_reason`. */
export type DiscordConsentReason = ConsentReason

/** `POST /admin/discord/servers/:id/invitation` */
export interface AdminDiscordInvitationResponse {
  /** For one person; nobody is told it but who asked. */
  invitation: { url: string; expires_at: string }
}
