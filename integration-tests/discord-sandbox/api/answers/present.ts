import {
  type APIGuildMember,
  type APIRole,
  type APIUser,
  type GuildMemberFlags,
  type RoleFlags,
  type UserFlags,
} from "discord-api-types/v10"
import { type Guild, type Member, type Role, type User } from "../../state/entities"
import { compareSnowflakes } from "../../state/snowflake"
import { type World } from "../../state/world"

/** Records as Discord's JSON objects. No user, role or member here has a flag set. */
const NO_FLAGS = 0

export function presentUser(user: User): APIUser {
  return {
    id: user.id,
    username: user.username,
    global_name: user.global_name,
    discriminator: user.bot ? "0001" : "0",
    avatar: null,
    banner: null,
    accent_color: null,
    public_flags: NO_FLAGS as UserFlags,
    flags: NO_FLAGS as UserFlags,
    primary_guild: null,
    ...(user.bot ? { bot: true } : {}),
  }
}

export function presentRole(role: Role): APIRole {
  return {
    id: role.id,
    name: role.name,
    position: role.position,
    permissions: role.permissions.toString(),
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS as RoleFlags,
    ...(role.tags ? { tags: role.tags } : {}),
  }
}

/** In the order of creation, as Discord lists them: NOT by position. */
export function presentRoles(guild: Guild): APIRole[] {
  return [...guild.roles.values()].sort((a, b) => compareSnowflakes(a.id, b.id)).map(presentRole)
}

export function presentMember(world: World, member: Member): APIGuildMember {
  return {
    user: presentUser(world.user(member.user_id)),
    roles: [...member.roles].sort(compareSnowflakes),
    joined_at: member.joined_at,
    pending: member.pending,
    nick: member.nick,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    flags: NO_FLAGS as GuildMemberFlags,
    mute: false,
    deaf: false,
  }
}
