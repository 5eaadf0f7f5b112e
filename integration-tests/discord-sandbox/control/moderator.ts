import { GuildMFALevel, GuildVerificationLevel } from "discord-api-types/v10"
import { type Sandbox } from "../sandbox"
import { type Actor, type Guild, type Member, type Role } from "../state/entities"
import { deleteGuild, editGuild } from "../state/guilds"
import { DEFAULT_BOT_PERMISSIONS, installBot } from "../state/install"
import { acceptInvite } from "../state/invites"
import {
  ban,
  join,
  keepingManaged,
  kick,
  leave,
  passScreening,
  setRoles,
  unban,
} from "../state/members"
import { createRole, deleteRole, editRole, everyoneRole, moveRole } from "../state/roles"
import { SandboxError } from "../state/world"
import { guildInfo, memberInfo, newChannel, newRole, roleInfo, rolesUpwards } from "./convert"
import { addUser } from "./portal"
import {
  type AuditLogInfo,
  type ChannelInput,
  type GuildEdit,
  type GuildInfo,
  type GuildInput,
  type InstallInput,
  type MemberInfo,
  type MemberInput,
  type RoleEditInput,
  type RoleInfo,
  type RoleInput,
} from "./types"

/** How many members Discord lets into a guild of ordinary size. */
const MAX_MEMBERS = 500_000

/** What a guild's owner, its moderators and its members do in Discord's own client. */
export function moderatorOperations({ world }: Sandbox) {
  const owner = (guild: Guild): Actor => ({ user_id: guild.owner_id })

  return {
    createGuild(input: GuildInput): GuildInfo {
      const id = input.id ?? world.ids.next()
      const owner_id =
        input.owner_id ?? addUser(world, { username: "owner", global_name: "Owner" }).id
      const channel = newChannel(world, id, { name: "general" })
      const guild: Guild = {
        id,
        name: input.name,
        icon: input.icon ?? null,
        owner_id,
        membership_screening: input.membership_screening ?? false,
        mfa_level: input.mfa_level ?? GuildMFALevel.None,
        verification_level: input.verification_level ?? GuildVerificationLevel.Low,
        max_members: input.max_members ?? MAX_MEMBERS,
        unavailable: input.unavailable ?? false,
        roles: new Map([[id, everyoneRole(id)]]),
        members: new Map(),
        bans: new Set(),
        channels: new Map([[channel.id, channel]]),
        audit_log: [],
      }
      world.guilds.set(id, guild)
      world.channels.set(channel.id, channel)
      for (const role of input.roles ?? []) {
        moveRole(world, guild, createRole(world, guild, newRole(role), owner(guild)), "top")
      }
      join(world, guild, owner_id, { user_id: owner_id })
      const member = guild.members.get(owner_id)
      if (member) member.pending = false
      return guildInfo(guild)
    },

    /** The guild's settings, and what Discord itself does with it. */
    updateGuild(guildId: string, edit: GuildEdit): void {
      editGuild(world, world.guild(guildId), edit)
    },

    createChannel(guildId: string, input: ChannelInput): { channel_id: string } {
      const guild = world.guild(guildId)
      const channel = newChannel(world, guild.id, input)
      guild.channels.set(channel.id, channel)
      world.channels.set(channel.id, channel)
      world.changed()
      return { channel_id: channel.id }
    },

    deleteChannel(guildId: string, channelId: string): void {
      world.guild(guildId).channels.delete(channelId)
      world.channels.delete(channelId)
      world.changed()
    },

    deleteGuild(guildId: string): void {
      deleteGuild(world, world.guild(guildId))
    },

    createRole(guildId: string, input: RoleInput = {}): RoleInfo {
      const guild = world.guild(guildId)
      const role = createRole(world, guild, newRole(input), owner(guild))
      if (input.position !== undefined) moveRole(world, guild, role, input.position)
      return roleInfo(role)
    },

    updateRole(guildId: string, roleId: string, edit: RoleEditInput): RoleInfo {
      const guild = world.guild(guildId)
      const role = roleIn(guild, roleId)
      const { permissions, position, ...rest } = edit
      const bits = permissions === undefined ? {} : { permissions: BigInt(permissions) }
      editRole(world, guild, role, { ...rest, ...bits }, owner(guild))
      if (position !== undefined) moveRole(world, guild, role, position)
      return roleInfo(role)
    },

    deleteRole(guildId: string, roleId: string): void {
      const guild = world.guild(guildId)
      deleteRole(world, guild, roleIn(guild, roleId), owner(guild))
    },

    roles(guildId: string): RoleInfo[] {
      return rolesUpwards(world.guild(guildId))
    },

    installBot(guildId: string, clientId: string, input: InstallInput = {}): { role_id: string } {
      const guild = world.guild(guildId)
      const permissions =
        input.permissions === undefined ? DEFAULT_BOT_PERMISSIONS : BigInt(input.permissions)
      const app = world.application(clientId)
      const role = installBot(world, guild, app, permissions, owner(guild), input.position)
      return { role_id: role.id }
    },

    /** A moderator throws the bot out. */
    removeBot(guildId: string, clientId: string): void {
      const guild = world.guild(guildId)
      const { bot_user_id } = world.application(clientId)
      kick(world, guild, memberIn(guild, bot_user_id).user_id, owner(guild))
    },

    /** The user joins by an invite; with roles, as if a moderator gave them at once. */
    addMember(guildId: string, userId: string, input: MemberInput = {}): MemberInfo {
      const guild = world.guild(guildId)
      if (guild.bans.has(userId)) throw new SandboxError(`User ${userId} is banned from this guild`)
      const present = guild.members.get(userId)
      if (!present && guild.members.size >= guild.max_members)
        throw new SandboxError(`Guild ${guildId} is full`)
      const { id } = world.livingUser(userId)
      const member = present ?? join(world, guild, id, { user_id: id })
      if (input.joined_at !== undefined) member.joined_at = input.joined_at
      if (input.roles) setRoles(world, guild, member, checked(guild, input.roles), owner(guild))
      return memberInfo(member)
    },

    /** Somebody follows an invitation. Its code, and who they are; refused as Discord's client refuses it. */
    acceptInvite(code: string, userId: string): MemberInfo {
      return memberInfo(acceptInvite(world, code, userId))
    },

    /** The member leaves by themselves. */
    removeMember(guildId: string, userId: string): void {
      const guild = world.guild(guildId)
      leave(world, guild, memberIn(guild, userId).user_id)
    },

    kickMember(guildId: string, userId: string, reason?: string): void {
      const guild = world.guild(guildId)
      kick(world, guild, memberIn(guild, userId).user_id, {
        ...owner(guild),
        reason: reason ?? null,
      })
    },

    /** The member passes membership screening. */
    acceptScreening(guildId: string, userId: string): void {
      const guild = world.guild(guildId)
      passScreening(world, guild, memberIn(guild, userId))
    },

    /** A moderator sets the roles by hand. Managed roles stay: nobody can take those. */
    setMemberRoles(guildId: string, userId: string, roleIds: string[]): MemberInfo {
      const guild = world.guild(guildId)
      const member = memberIn(guild, userId)
      const wanted = keepingManaged(guild, member, checked(guild, roleIds))
      setRoles(world, guild, member, wanted, owner(guild))
      return memberInfo(member)
    },

    /** A moderator gives one role; whatever else changes at the same moment stays. */
    giveRole(guildId: string, userId: string, roleId: string): MemberInfo {
      const guild = world.guild(guildId)
      const member = memberIn(guild, userId)
      setRoles(world, guild, member, [...member.roles, roleIn(guild, roleId).id], owner(guild))
      return memberInfo(member)
    },

    /** A moderator takes one role away. */
    takeRole(guildId: string, userId: string, roleId: string): MemberInfo {
      const guild = world.guild(guildId)
      const member = memberIn(guild, userId)
      const kept = [...member.roles].filter((id) => id !== roleId)
      setRoles(world, guild, member, keepingManaged(guild, member, kept), owner(guild))
      return memberInfo(member)
    },

    ban(guildId: string, userId: string): void {
      const guild = world.guild(guildId)
      ban(world, guild, world.user(userId).id, owner(guild))
    },

    unban(guildId: string, userId: string): void {
      const guild = world.guild(guildId)
      unban(world, guild, world.user(userId).id, owner(guild))
    },

    member(guildId: string, userId: string): MemberInfo | null {
      const member = world.guild(guildId).members.get(userId)
      return member ? memberInfo(member) : null
    },

    members(guildId: string): MemberInfo[] {
      const guild = world.guild(guildId)
      return world
        .memberIds(guild)
        .flatMap((id) => guild.members.get(id) ?? [])
        .map(memberInfo)
    },

    /** Makes many users members at once, for benchmarks. */
    addManyMembers(guildId: string, count: number, input: { roles?: string[] } = {}): string[] {
      const guild = world.guild(guildId)
      const roles = checked(guild, input.roles ?? [])
      return Array.from({ length: count }, (_, i) => {
        const user = addUser(world, { username: `member_${i + 1}` })
        join(world, guild, user.id, { user_id: user.id }, { roles })
        return user.id
      })
    },

    auditLog(guildId: string): AuditLogInfo[] {
      return [...world.guild(guildId).audit_log]
    },
  }
}

function roleIn(guild: Guild, roleId: string): Role {
  const role = guild.roles.get(roleId)
  if (!role) throw new SandboxError(`No role ${roleId} in guild ${guild.id}`)
  return role
}

function memberIn(guild: Guild, userId: string): Member {
  const member = guild.members.get(userId)
  if (!member) throw new SandboxError(`User ${userId} is not a member of guild ${guild.id}`)
  return member
}

function checked(guild: Guild, roleIds: string[]): string[] {
  return roleIds.map((id) => roleIn(guild, id).id)
}
