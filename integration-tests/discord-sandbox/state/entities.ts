import {
  type APIRoleTags,
  type AuditLogEvent,
  type ChannelType,
  type GuildMFALevel,
  type GuildVerificationLevel,
} from "discord-api-types/v10"
import { type KeyObject } from "node:crypto"

/** What Discord still asks of an account: to confirm its e-mail address, or a phone number since it was locked. */
export type Verification = "done" | "unverified" | "locked"

/** A person or a bot. `guild_limit` is how many guilds the user may be in before Discord answers 30001. */
export interface User {
  id: string
  username: string
  global_name: string | null
  bot: boolean
  /** Guilds outside the sandbox that count towards the limit. */
  other_guilds: number
  guild_limit: number
  /** True = "allow direct messages from server members" is off: a DM gives 403/50007. */
  dms_closed: boolean
  /** Two-factor authentication is switched on. */
  mfa_enabled: boolean
  verification: Verification
  /** Null for an account that has only a phone number. */
  email: string | null
  /** The account is gone and only its id is still known. */
  deleted: boolean
}

/** An application of the developer portal with its bot user. */
export interface Application {
  client_id: string
  name: string
  client_secret: string
  bot_token: string
  bot_user_id: string
  owner_id: string
  redirect_uris: string[]
  /** The privileged GUILD_MEMBERS intent, which also opens the member list over REST. */
  guild_members_intent: boolean
  /** Hex of the raw Ed25519 key, as the developer portal shows it (`verify_key`). */
  public_key: string
  private_key: KeyObject
  event_webhooks_url: string | null
  /** 1 off, 2 on, 3 switched off by Discord. */
  event_webhooks_status: 1 | 2 | 3
  event_webhooks_types: string[]
}

export interface Role {
  id: string
  name: string
  /** 0 is @everyone. Two roles may share a position: then the lower id ranks higher. */
  position: number
  permissions: bigint
  color: number
  hoist: boolean
  mentionable: boolean
  managed: boolean
  tags?: APIRoleTags
}

export interface Member {
  user_id: string
  /** Role ids without @everyone, as Discord's member object has them. */
  roles: Set<string>
  joined_at: string
  pending: boolean
  nick: string | null
}

/** What one role or member may do in one channel, on top of what they may do in the guild. */
export interface PermissionOverwrite {
  /** Id of a role (of the guild itself for @everyone) or of a user. */
  id: string
  kind: "role" | "member"
  allow: bigint
  deny: bigint
}

export interface Channel {
  id: string
  /** Null for a direct message. */
  guild_id: string | null
  /** Null for a direct message. */
  type: ChannelType | null
  name: string | null
  /** The two users of a direct message, empty in a guild. */
  recipients: string[]
  /** Empty in a direct message. */
  overwrites: PermissionOverwrite[]
}

export interface Message {
  id: string
  channel_id: string
  author_id: string
  content: string
  at: number
}

export interface Invite {
  code: string
  guild_id: string
  channel_id: string
  inviter_id: string
  created_at: number
  max_age: number
  max_uses: number
  uses: number
  temporary: boolean
}

export interface AuditLogChange {
  key: string
  old_value?: unknown
  new_value?: unknown
}

export interface AuditLogEntry {
  id: string
  action_type: AuditLogEvent
  user_id: string
  target_id: string | null
  changes: AuditLogChange[]
  reason: string | null
}

export interface Guild {
  id: string
  name: string
  icon: string | null
  owner_id: string
  membership_screening: boolean
  /** Elevated: who moderates needs two-factor authentication, and a bot's owner needs it for the bot. */
  mfa_level: GuildMFALevel
  /** What members need before they may write. It keeps nobody from joining. */
  verification_level: GuildVerificationLevel
  max_members: number
  /** Out of order on Discord's side. */
  unavailable: boolean
  roles: Map<string, Role>
  members: Map<string, Member>
  bans: Set<string>
  channels: Map<string, Channel>
  audit_log: AuditLogEntry[]
}

/** Who does something, and the reason they gave (`X-Audit-Log-Reason`). */
export interface Actor {
  user_id: string
  reason?: string | null
}
