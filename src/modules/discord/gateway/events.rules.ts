import { z } from "@medusajs/framework/zod"
import { AuditLogEvent, GatewayDispatchEvents, SnowflakeUtil } from "discord.js"

/** An event as the gateway sends it. */
export interface Dispatch {
  t: string | null
  d: unknown
}

/** Who listens. */
export interface Listener {
  /** Null before a session has begun: Discord tells it with that. */
  bot_user_id: string | null
  /** Whether Discord tells of members: else the audit log has to do. */
  hears_members: boolean
}

/** What was told of one Discord user in one server. */
export type Told = { guild_id: string; discord_user_id: string } & (
  | { kind: "present"; role_ids: string[]; joined_at: string | null; pending: boolean }
  /** By the audit log: somebody else than the bot changed their roles. */
  | { kind: "changed"; added: string[]; removed: string[] }
  /** `at`: when it was, Unix ms, where Discord says so. */
  | { kind: "left"; at?: number }
  | { kind: "banned" | "unbanned" }
)

/** A server as an event shows all of it. */
export interface ToldServer {
  name: string
  icon: string | null
  roles: ToldRole[]
}

export interface ToldRole {
  role_id: string
  name: string
  color: number
  position: number
  permissions: string
  managed: boolean
}

/** What an event asks of the store. */
export type Meaning =
  | { kind: "member"; told: Told }
  /** Look at the server again. @param told what it is now; null = not told, so look in any case */
  | { kind: "server"; guild_id: string; told: ToldServer | null }
  /** A session has begun: the bot is in these servers and in no others. */
  | { kind: "ready"; bot_user_id: string; guild_ids: string[] }
  | { kind: "nothing" }

const NOTHING: Meaning = { kind: "nothing" }

const id = z.string()
const user = z.object({ id })
const inGuild = z.object({ guild_id: id })
const aboutUser = inGuild.extend({ user })
const member = aboutUser.extend({
  roles: z.array(id),
  joined_at: z.string().nullish(),
  pending: z.boolean().nullish(),
})
const role = z.object({
  id,
  name: z.string(),
  color: z.number(),
  position: z.number(),
  permissions: z.string(),
  managed: z.boolean(),
})
const guild = z.object({
  id,
  name: z.string(),
  icon: z.string().nullish(),
  roles: z.array(role),
})
const lostGuild = z.object({ id, unavailable: z.boolean().optional() })
const ready = z.object({ user, guilds: z.array(z.object({ id })) })
const namedRoles = z.array(z.object({ id })).optional().catch(undefined)
const entry = inGuild.extend({
  id: z.string().regex(/^\d+$/),
  action_type: z.number(),
  user_id: id.nullish(),
  target_id: id.nullish(),
  changes: z
    .array(z.object({ key: z.string(), new_value: namedRoles }))
    .optional()
    .catch(undefined),
})

/**
 * What an event means. One of a form that nobody knows means nothing: what it would have told is seen at the next look.
 *
 * @see https://docs.discord.com/developers/events/gateway-events
 */
export function meaningOf({ t, d }: Dispatch, listener: Listener): Meaning {
  switch (t) {
    case GatewayDispatchEvents.Ready:
      return read(ready, d, (session) => ({
        kind: "ready",
        bot_user_id: session.user.id,
        guild_ids: session.guilds.map((each) => each.id),
      }))
    case GatewayDispatchEvents.GuildCreate:
      return read(guild, d, (told) => ({
        kind: "server",
        guild_id: told.id,
        told: serverOf(told),
      }))
    case GatewayDispatchEvents.GuildUpdate:
      return read(lostGuild, d, (told) => ({ kind: "server", guild_id: told.id, told: null }))
    case GatewayDispatchEvents.GuildDelete:
      // Discord's own trouble: the bot is in the server still, and calls are tried again by themselves.
      return read(lostGuild, d, (told) =>
        told.unavailable ? NOTHING : { kind: "server", guild_id: told.id, told: null },
      )
    case GatewayDispatchEvents.GuildRoleCreate:
    case GatewayDispatchEvents.GuildRoleUpdate:
    case GatewayDispatchEvents.GuildRoleDelete:
      return read(inGuild, d, ({ guild_id }) => ({ kind: "server", guild_id, told: null }))
    case GatewayDispatchEvents.GuildMemberAdd:
    case GatewayDispatchEvents.GuildMemberUpdate:
      return read(member, d, (told) => presenceOf(told, listener))
    case GatewayDispatchEvents.GuildMemberRemove:
      return read(aboutUser, d, (told) => of("left", told))
    case GatewayDispatchEvents.GuildBanAdd:
      return read(aboutUser, d, (told) => of("banned", told))
    case GatewayDispatchEvents.GuildBanRemove:
      return read(aboutUser, d, (told) => of("unbanned", told))
    case GatewayDispatchEvents.GuildAuditLogEntryCreate:
      return read(entry, d, (told) => entryOf(told, listener))
    default:
      return NOTHING
  }
}

function read<Shape>(
  schema: z.ZodType<Shape>,
  data: unknown,
  meaning: (told: Shape) => Meaning,
): Meaning {
  const parsed = schema.safeParse(data)
  return parsed.success ? meaning(parsed.data) : NOTHING
}

function of(kind: "left" | "banned" | "unbanned", told: z.output<typeof aboutUser>): Meaning {
  const { guild_id } = told
  return { kind: "member", told: { kind, guild_id, discord_user_id: told.user.id } }
}

/** The bot's own roles decide which it can give. */
function presenceOf(told: z.output<typeof member>, { bot_user_id }: Listener): Meaning {
  const { guild_id, joined_at = null, pending } = told
  if (told.user.id === bot_user_id) {
    return { kind: "server", guild_id, told: null }
  }
  return {
    kind: "member",
    told: {
      kind: "present",
      guild_id,
      discord_user_id: told.user.id,
      role_ids: told.roles,
      joined_at,
      pending: pending ?? false,
    },
  }
}

/** What the bot did itself is no news, and who is told of members knows already. */
function entryOf(told: z.output<typeof entry>, listener: Listener): Meaning {
  const { guild_id, target_id, user_id, action_type, changes = [] } = told
  if (listener.hears_members || user_id === listener.bot_user_id || !target_id) {
    return NOTHING
  }
  const about = { guild_id, discord_user_id: target_id }
  switch (action_type) {
    case Number(AuditLogEvent.MemberRoleUpdate):
      return {
        kind: "member",
        told: { ...about, kind: "changed", added: named("$add"), removed: named("$remove") },
      }
    case Number(AuditLogEvent.MemberKick):
      return {
        kind: "member",
        told: { ...about, kind: "left", at: SnowflakeUtil.timestampFrom(told.id) },
      }
    default:
      return NOTHING
  }

  function named(key: string): string[] {
    return changes
      .filter((change) => change.key === key)
      .flatMap(({ new_value = [] }) => new_value.map((each) => each.id))
  }
}

function serverOf({ name, icon = null, roles }: z.output<typeof guild>): ToldServer {
  return { name, icon, roles: roles.map(({ id: role_id, ...rest }) => ({ role_id, ...rest })) }
}
