import {
  type APIRoleTags,
  type AuditLogEvent,
  type ChannelType,
  type GuildMFALevel,
  type GuildVerificationLevel,
} from "discord-api-types/v10"
import { type Outage } from "../api/faults"
import { type RateLimitSettings } from "../api/rate-limits"
import { type AuditLogChange, type Verification } from "../state/entities"
import { type RolePlace } from "../state/roles"
import { type Delivery } from "../webhook-events/send"

/** What the control API takes and gives. Permissions are decimal strings, as in Discord's JSON. */

export interface ApplicationInput {
  name?: string
  redirect_uris: string[]
  bot_token?: string
  client_id?: string
  client_secret?: string
  guild_members_intent?: boolean
  /** Whether the application's owner has two-factor authentication. Default no. */
  owner_mfa?: boolean
}

export interface ApplicationInfo {
  client_id: string
  client_secret: string
  bot_token: string
  bot_user_id: string
  /** Hex of the Ed25519 key that will sign webhook events. */
  public_key: string
}

export interface ApplicationEdit {
  name?: string
  redirect_uris?: string[]
  /** A new token makes the old one worth a 401, as "Reset Token" in the portal does. */
  bot_token?: string
  /** What the portal shows from now on, as when another application is looked at. */
  public_key?: string
  guild_members_intent?: boolean
  owner_mfa?: boolean
  /** As the portal shows them, whatever answers there: `setEventWebhooks` asks the address first. */
  event_webhooks_url?: string | null
  event_webhooks_status?: 1 | 2 | 3
  event_webhooks_types?: string[]
}

export interface EventWebhooksInput {
  url: string
  types: string[]
}

export interface WebhookEventInput extends Delivery {
  url: string
  /** Left out = PING. */
  type?: string
  data?: object
  /** Unix ms; now when left out. */
  occurred_at?: number
  /** The whole body, in place of one that is made of the above. */
  payload?: object
}

export interface UserInput {
  id?: string
  username?: string
  global_name?: string
  /** Guilds the user is in outside the sandbox. */
  guild_count?: number
  /** How many guilds the user may be in (default 100). */
  guild_limit?: number
  dms_closed?: boolean
  /** What Discord still asks of the account before it lets it join a guild. Default "done". */
  verification?: Verification
  /** Default one that is made of the username; null for an account that has none. */
  email?: string | null
}

export interface UserInfo {
  id: string
  username: string
  global_name: string | null
}

export interface RoleInput {
  id?: string
  name?: string
  color?: number
  permissions?: string
  managed?: boolean
  tags?: APIRoleTags
  /** Default 1 without moving others, as Discord does it. */
  position?: RolePlace
}

export interface RoleEditInput {
  name?: string
  color?: number
  permissions?: string
  position?: RolePlace
}

export interface RoleInfo {
  id: string
  name: string
  position: number
  color: number
  permissions: string
  managed: boolean
  tags?: APIRoleTags
}

export interface ChannelInput {
  name: string
  /** As in Discord's API. Default 0, text. */
  type?: ChannelType
  /** Only members with one of these roles see the channel: @everyone is denied, each of them is allowed. */
  private_to?: string[]
}

export interface GuildEdit {
  name?: string
  /** 1 asks for two-factor authentication of who moderates, and of the owners of bots that do. Default 0. */
  mfa_level?: GuildMFALevel
  /** 0 to 4, default 1. Only shown: it binds members who write, not those who join. */
  verification_level?: GuildVerificationLevel
  /** Discord raises it for large guilds. Default 500,000. */
  max_members?: number
  /** Out of order on Discord's side. Default no. */
  unavailable?: boolean
  icon?: string
  /** Whether who joins from then on has to accept the server's rules first. */
  membership_screening?: boolean
}

export interface GuildInput extends GuildEdit {
  id?: string
  name: string
  /** An owner is made up when left out. */
  owner_id?: string
  /** The lowest first; positions are numbered from 1. */
  roles?: Omit<RoleInput, "position">[]
}

export interface GuildInfo {
  id: string
  name: string
  owner_id: string
  channel_id: string
  /** From @everyone upwards. */
  roles: RoleInfo[]
}

export interface InstallInput {
  /** Default "268435457": MANAGE_ROLES and CREATE_INSTANT_INVITE. */
  permissions?: string
  /** Default 1, the bottom, where Discord puts it. */
  position?: RolePlace
}

export interface MemberInput {
  roles?: string[]
  /** ISO time; for members of long standing. Default now. */
  joined_at?: string
}

export interface MemberInfo {
  user_id: string
  /** Without @everyone, ascending. */
  roles: string[]
  joined_at: string
  pending: boolean
  nick: string | null
}

export interface AuditLogInfo {
  id: string
  action_type: AuditLogEvent
  user_id: string
  target_id: string | null
  changes: AuditLogChange[]
  reason: string | null
}

export interface TokenInfo {
  client_id: string
  scopes: string[]
  access_token_hash: string
  refresh_token_hash: string
  revoked: boolean
  /** Unix time in milliseconds. */
  expires_at: number
}

export interface DirectMessageInfo {
  id: string
  at: number
  /** The bot's user id. */
  from: string
  to: string
  content: string
}

export interface Configuration {
  limits?: RateLimitSettings
  latency_ms?: number
  gateway?: {
    /** For connections that begin from now on. Default 41,250, as Discord's. */
    heartbeat_ms?: number
    /** Connections stay open and nothing is said any more, not even that a heartbeat was heard. */
    mute?: boolean
    /** 502 for whoever asks for a WebSocket, as by a proxy in between. */
    refuse_upgrades?: boolean
    /** A session begins, and READY is not sent. */
    hold_ready?: boolean
    /** How many sessions may still begin today. Default 1,000. */
    starts_left?: number
  }
}

/**
 * What the gateway does to all who are connected: asks them to reconnect, lets the line go dead, closes with a code, or says that
 * their session is over, or that it can be resumed all the same.
 */
export type GatewayTrouble =
  "reconnect" | "drop" | { close: number } | { invalidate: "resumable" | "over" }

export type OutageInput = boolean | Outage
