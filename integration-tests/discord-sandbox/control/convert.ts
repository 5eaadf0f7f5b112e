import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10"
import { type Channel, type Guild, type Member, type Role } from "../state/entities"
import { type NewRole } from "../state/roles"
import { byRankDescending } from "../state/permissions"
import { compareSnowflakes } from "../state/snowflake"
import { type World } from "../state/world"
import {
  type ChannelInput,
  type GuildInfo,
  type MemberInfo,
  type RoleInfo,
  type RoleInput,
} from "./types"

export function roleInfo(role: Role): RoleInfo {
  const { id, name, position, color, managed, tags } = role
  const permissions = role.permissions.toString()
  return { id, name, position, color, permissions, managed, ...(tags ? { tags } : {}) }
}

/** The guild's roles from @everyone upwards. */
export function rolesUpwards(guild: Guild): RoleInfo[] {
  return [...guild.roles.values()].sort(byRankDescending).reverse().map(roleInfo)
}

export function guildInfo(guild: Guild): GuildInfo {
  const channel_id = [...guild.channels.keys()][0] ?? ""
  const { id, name, owner_id } = guild
  return { id, name, owner_id, channel_id, roles: rolesUpwards(guild) }
}

export function memberInfo(member: Member): MemberInfo {
  const { user_id, joined_at, pending, nick } = member
  return { user_id, joined_at, pending, nick, roles: [...member.roles].sort(compareSnowflakes) }
}

/** A role as the state takes it: permissions become a bit field. */
export function newRole(input: RoleInput): NewRole {
  const { permissions, position: _place, ...rest } = input
  return { ...rest, ...(permissions === undefined ? {} : { permissions: BigInt(permissions) }) }
}

/** A text channel as the state takes it. Discord's switch "Private Channel" writes these very overwrites. */
export function newChannel(world: World, guildId: string, input: ChannelInput): Channel {
  const see = PermissionFlagsBits.ViewChannel
  const allowed = input.private_to
  return {
    id: world.ids.next(),
    guild_id: guildId,
    type: input.type ?? ChannelType.GuildText,
    name: input.name,
    recipients: [],
    overwrites: allowed
      ? [
          { id: guildId, kind: "role", allow: 0n, deny: see },
          ...allowed.map((id) => ({ id, kind: "role" as const, allow: see, deny: 0n })),
        ]
      : [],
  }
}
