import { GuildMFALevel } from "discord-api-types/v10"
import { type Actor, type Guild, type Member, type Role } from "../state/entities"
import { hasPermission, isAssignable, isElevated, outranksRole } from "../state/permissions"
import { refuse } from "./answers/errors"
import { type BotRequest } from "./route"

/** The guild in the path with the bot's own member in it. */
export interface GuildAccess {
  guild: Guild
  me: Member
  /** The bot as the one who does it, with the audit-log reason. */
  by: Actor
  /** The guild asks for two-factor authentication, and the owner of the bot's application has none. */
  lacks_two_factor: boolean
}

/** @throws DiscordError 404/10004 for an unknown guild, and what `accessTo` throws. */
export function guildAccess(request: BotRequest): GuildAccess {
  const guild = request.sandbox.world.guilds.get(request.params.guild ?? "")
  if (!guild) throw refuse.unknownGuild()
  return accessTo(request, guild)
}

/** @throws DiscordError 503/130000 while the guild is unavailable, 403/50001 when the bot is not in it. */
export function accessTo(request: BotRequest, guild: Guild): GuildAccess {
  const { app, bot, reason, sandbox } = request
  if (guild.unavailable) throw refuse.overloaded()
  const me = guild.members.get(bot.id)
  if (!me) throw refuse.missingAccess()
  const asksForTwoFactor = guild.mfa_level === GuildMFALevel.Elevated
  const lacks_two_factor = asksForTwoFactor && !sandbox.world.user(app.owner_id).mfa_enabled
  return { guild, me, by: { user_id: bot.id, reason }, lacks_two_factor }
}

/**
 * @throws DiscordError 403/50013, or 403/60003 when the bot has the permission and its owner no two-factor authentication.
 * @see https://docs.discord.com/developers/topics/oauth2#two-factor-authentication-requirement
 */
export function requirePermission(access: GuildAccess, bit: bigint): void {
  const { guild, me, lacks_two_factor } = access
  if (!hasPermission(guild, me, bit)) throw refuse.missingPermissions()
  if (lacks_two_factor && isElevated(bit)) throw refuse.twoFactorRequired()
}

/** @throws DiscordError 404/10013 for nobody, 404/10007 for somebody who is not a member. */
export function memberInPath(request: BotRequest, guild: Guild): Member {
  const userId = request.params.user ?? ""
  const member = guild.members.get(userId)
  if (member) return member
  throw request.sandbox.world.users.has(userId) ? refuse.unknownMember() : refuse.unknownUser()
}

/** @throws DiscordError 404/10011. */
export function roleOf(guild: Guild, roleId: string | undefined): Role {
  const role = guild.roles.get(roleId ?? "")
  if (!role) throw refuse.unknownRole()
  return role
}

/**
 * The bot may give or take this role: it ranks below the bot's highest one and is not managed.
 * @throws DiscordError 403/50013.
 */
export function requireGivable({ guild, me }: GuildAccess, role: Role): void {
  if (!isAssignable(guild, role) || !outranksRole(guild, me, role))
    throw refuse.missingPermissions()
}

/**
 * Roles named in a list, such as the body of a join.
 * @throws DiscordError 404/10011 for an unknown one; @everyone counts as unknown, as on the real thing.
 * @see https://github.com/polarsource/polar/issues/4009
 */
export function rolesNamed(guild: Guild, roleIds: Iterable<string>): Role[] {
  return [...roleIds].map((id) => {
    if (id === guild.id) throw refuse.unknownRole()
    return roleOf(guild, id)
  })
}
