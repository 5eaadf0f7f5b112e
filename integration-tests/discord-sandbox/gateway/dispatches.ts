import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits,
} from "discord-api-types/v10"
import { presentMember, presentRole, presentUser } from "../api/answers/present"
import { presentAuditLogEntry } from "../api/answers/present-audit-log"
import { presentGuildChannel } from "../api/answers/present-channel"
import { presentGuild } from "../api/answers/present-guild"
import { type Application, type Guild } from "../state/entities"
import { type GuildChange } from "../state/guild-changes"
import { hasPermission } from "../state/permissions"
import { type World } from "../state/world"

/** One event as a session gets it; `intent` is what it must have asked for, null for what everybody gets. */
export interface Dispatch {
  t: GatewayDispatchEvents
  intent: GatewayIntentBits | null
  d: object
}

const { Guilds, GuildMembers, GuildModeration } = GatewayIntentBits

/** The whole guild, as it is told when a session begins, a bot is installed, or an outage is over. */
export function guildCreate(world: World, guild: Guild, app: Application): Dispatch {
  const me = guild.members.get(app.bot_user_id)
  const d = {
    ...presentGuild(guild),
    joined_at: me?.joined_at,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    // Without the intent for presences only the bot itself is told of.
    members: me ? [presentMember(world, me)] : [],
    channels: [...guild.channels.values()].map(presentGuildChannel),
    ...emptyLists(),
  }
  return { t: GatewayDispatchEvents.GuildCreate, intent: Guilds, d }
}

/** Made anew for each event: clients fill such lists in place. */
function emptyLists() {
  return {
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

/** The bot's own coming and going is that of the guild. */
function aboutTheBot(world: World, guild: Guild, app: Application, change: GuildChange) {
  if (change.type === "member_add" && change.member.user_id === app.bot_user_id)
    return guildCreate(world, guild, app)
  if (change.type === "member_remove" && change.user_id === app.bot_user_id)
    return guildDelete(guild)
  return null
}

/** @param outage Discord's own trouble: the guild is still there. Left out, the bot is in it no more. */
function guildDelete(guild: Guild, outage?: "outage"): Dispatch {
  const d = { id: guild.id, ...(outage && { unavailable: true }) }
  return { t: GatewayDispatchEvents.GuildDelete, intent: Guilds, d }
}

/** What a change is to one bot; null when Discord tells it nothing of it. */
export function dispatchOf(
  world: World,
  guild: Guild,
  app: Application,
  change: GuildChange,
): Dispatch | null {
  const own = aboutTheBot(world, guild, app, change)
  if (own) return own
  const me = guild.members.get(app.bot_user_id)
  if (!me || (guild.unavailable && change.type !== "guild_outage")) return null
  const guild_id = guild.id
  switch (change.type) {
    case "guild_back":
      return guildCreate(world, guild, app)
    case "guild_outage":
      return guildDelete(guild, "outage")
    case "guild_delete":
      return guildDelete(guild)
    case "guild_update":
      return { t: GatewayDispatchEvents.GuildUpdate, intent: Guilds, d: presentGuild(guild) }
    case "role_create":
    case "role_update": {
      const t =
        change.type === "role_create"
          ? GatewayDispatchEvents.GuildRoleCreate
          : GatewayDispatchEvents.GuildRoleUpdate
      return { t, intent: Guilds, d: { guild_id, role: presentRole(change.role) } }
    }
    case "role_delete": {
      const d = { guild_id, role_id: change.role_id }
      return { t: GatewayDispatchEvents.GuildRoleDelete, intent: Guilds, d }
    }
    case "member_add": {
      const d = { guild_id, ...presentMember(world, change.member) }
      return { t: GatewayDispatchEvents.GuildMemberAdd, intent: GuildMembers, d }
    }
    case "member_update": {
      // A bot is told of itself whatever it asked for.
      const intent = change.member.user_id === app.bot_user_id ? null : GuildMembers
      const d = { guild_id, ...presentMember(world, change.member) }
      return { t: GatewayDispatchEvents.GuildMemberUpdate, intent, d }
    }
    case "member_remove": {
      const d = { guild_id, user: presentUser(world.user(change.user_id)) }
      return { t: GatewayDispatchEvents.GuildMemberRemove, intent: GuildMembers, d }
    }
    case "ban_add":
    case "ban_remove": {
      const t =
        change.type === "ban_add"
          ? GatewayDispatchEvents.GuildBanAdd
          : GatewayDispatchEvents.GuildBanRemove
      const d = { guild_id, user: presentUser(world.user(change.user_id)) }
      return { t, intent: GuildModeration, d }
    }
    case "audit_log_entry": {
      if (!hasPermission(guild, me, PermissionFlagsBits.ViewAuditLog)) return null
      const d = { guild_id, ...presentAuditLogEntry(change.entry) }
      return { t: GatewayDispatchEvents.GuildAuditLogEntryCreate, intent: GuildModeration, d }
    }
  }
}
