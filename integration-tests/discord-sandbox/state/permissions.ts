import { PermissionFlagsBits } from "discord-api-types/v10"
import { type Guild, type Member, type Role } from "./entities"
import { compareSnowflakes } from "./snowflake"

/** Every permission bit Discord knows; what an owner or an administrator has. */
const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)

/**
 * Permissions that a bot may use in a guild which asks for two-factor authentication only while the owner of its
 * application has it. @see https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
 */
const ELEVATED =
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.BanMembers |
  PermissionFlagsBits.Administrator |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageWebhooks |
  PermissionFlagsBits.ManageGuildExpressions |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.ViewCreatorMonetizationAnalytics

/** What a fresh @everyone may do: see and write, invite nobody. */
export const EVERYONE_PERMISSIONS =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages

/** Order of two roles, the higher one first. On the same position the LOWER id ranks higher. */
export function byRankDescending(a: Role, b: Role): number {
  return b.position - a.position || compareSnowflakes(a.id, b.id)
}

function ranksAbove(a: Role, b: Role): boolean {
  return byRankDescending(a, b) < 0
}

/** A member's highest role; @everyone when they have none. */
function highestRole(guild: Guild, member: Member): Role | undefined {
  const held = [...member.roles].flatMap((id) => guild.roles.get(id) ?? [])
  return held.sort(byRankDescending)[0] ?? guild.roles.get(guild.id)
}

/**
 * Guild-level permissions: the owner has all, else the union of @everyone and the member's roles, and ADMINISTRATOR
 * implies all. @see https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsOf(guild: Guild, member: Member): bigint {
  if (guild.owner_id === member.user_id) return ALL
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n
  for (const id of member.roles) bits |= guild.roles.get(id)?.permissions ?? 0n
  return bits & PermissionFlagsBits.Administrator ? ALL : bits
}

export function hasPermission(guild: Guild, member: Member, bit: bigint): boolean {
  return (permissionsOf(guild, member) & bit) === bit
}

export function isElevated(bit: bigint): boolean {
  return (bit & ELEVATED) !== 0n
}

/** True when the member ranks above the role, so that they may give, take or edit it. The owner ranks above all. */
export function outranksRole(guild: Guild, member: Member, role: Role): boolean {
  if (guild.owner_id === member.user_id) return true
  const top = highestRole(guild, member)
  return top !== undefined && ranksAbove(top, role)
}

/** True when the member may kick or ban the other one. Nobody outranks the owner. */
export function outranksMember(guild: Guild, member: Member, other: Member): boolean {
  if (other.user_id === guild.owner_id) return false
  const role = highestRole(guild, other)
  return role !== undefined && outranksRole(guild, member, role)
}

/**
 * Roles that belong to a bot, a booster or a subscription follow their owner: nobody can give or take them by hand.
 * A tag whose value is null means "true". @see https://discord.com/developers/docs/topics/permissions#role-object-role-tags-structure
 */
export function isAssignable(guild: Guild, role: Role): boolean {
  return role.id !== guild.id && !role.managed && Object.keys(role.tags ?? {}).length === 0
}
