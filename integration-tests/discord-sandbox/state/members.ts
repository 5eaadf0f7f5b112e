import { AuditLogEvent } from "discord-api-types/v10"
import { addAuditLogEntry } from "./audit-log"
import { type Actor, type Guild, type Member } from "./entities"
import { isAssignable } from "./permissions"
import { type World } from "./world"

/*
 * Every change to a guild's members, from the API, the consent page or a moderator, goes through these functions: each
 * leaves a member event, the audit-log entry Discord would write, and a hint to the live page. They check no
 * permissions; the callers do.
 */

export interface JoinOptions {
  roles?: Iterable<string>
  nick?: string | null
}

/** Adds a user. New members start pending under membership screening; bots never do. */
export function join(
  world: World,
  guild: Guild,
  userId: string,
  by: Actor,
  options: JoinOptions = {},
): Member {
  const user = world.user(userId)
  const member: Member = {
    user_id: userId,
    roles: new Set(options.roles),
    joined_at: new Date(world.now()).toISOString(),
    pending: guild.membership_screening && !user.bot,
    nick: options.nick ?? null,
  }
  guild.members.set(userId, member)
  world.forgetMemberOrder(guild)
  world.journal.add({ guild_id: guild.id, user_id: userId, type: "join", by: by.user_id })
  for (const role_id of member.roles) {
    world.journal.add({
      guild_id: guild.id,
      user_id: userId,
      type: "role_add",
      role_id,
      by: by.user_id,
    })
  }
  world.tell(guild, { type: "member_add", member })
  world.changed()
  return member
}

/** The member accepts the server's rules: membership screening lets them in. */
export function passScreening(world: World, guild: Guild, member: Member): void {
  member.pending = false
  world.tell(guild, { type: "member_update", member })
  world.changed()
}

/** The user leaves by themselves: no audit-log entry. */
export function leave(world: World, guild: Guild, userId: string): void {
  remove(world, guild, userId, "leave", { user_id: userId })
}

export function kick(world: World, guild: Guild, userId: string, by: Actor): void {
  remove(world, guild, userId, "kick", by)
  addAuditLogEntry(world, guild, AuditLogEvent.MemberKick, userId, by)
}

export function ban(world: World, guild: Guild, userId: string, by: Actor): void {
  guild.bans.add(userId)
  world.tell(guild, { type: "ban_add", user_id: userId })
  addAuditLogEntry(world, guild, AuditLogEvent.MemberBanAdd, userId, by)
  if (guild.members.has(userId)) remove(world, guild, userId, "kick", by)
  world.changed()
}

export function unban(world: World, guild: Guild, userId: string, by: Actor): void {
  if (!guild.bans.delete(userId)) return
  world.tell(guild, { type: "ban_remove", user_id: userId })
  addAuditLogEntry(world, guild, AuditLogEvent.MemberBanRemove, userId, by)
  world.changed()
}

function remove(
  world: World,
  guild: Guild,
  userId: string,
  type: "leave" | "kick",
  by: Actor,
): void {
  guild.members.delete(userId)
  world.forgetMemberOrder(guild)
  const bot = world.applicationOfBot(userId)
  if (bot) removeBotRoles(world, guild, userId)
  world.journal.add({ guild_id: guild.id, user_id: userId, type, by: by.user_id })
  world.tell(guild, { type: "member_remove", user_id: userId })
  world.changed()
}

/** A bot's own managed role goes when the bot goes. */
function removeBotRoles(world: World, guild: Guild, botUserId: string): void {
  for (const role of guild.roles.values()) {
    if (role.tags?.bot_id !== botUserId) continue
    guild.roles.delete(role.id)
    world.tell(guild, { type: "role_delete", role_id: role.id })
  }
}

/**
 * Makes the member's roles exactly `roleIds`. One audit-log entry (25) carries all that was added and removed, as
 * Discord writes it; no change writes nothing.
 */
export function setRoles(
  world: World,
  guild: Guild,
  member: Member,
  roleIds: Iterable<string>,
  by: Actor,
): void {
  const wanted = new Set(roleIds)
  const added = [...wanted].filter((id) => !member.roles.has(id))
  const removed = [...member.roles].filter((id) => !wanted.has(id))
  if (!added.length && !removed.length) return
  for (const role_id of added) {
    member.roles.add(role_id)
    world.journal.add({
      guild_id: guild.id,
      user_id: member.user_id,
      type: "role_add",
      role_id,
      by: by.user_id,
    })
  }
  for (const role_id of removed) {
    member.roles.delete(role_id)
    world.journal.add({
      guild_id: guild.id,
      user_id: member.user_id,
      type: "role_remove",
      role_id,
      by: by.user_id,
    })
  }
  world.tell(guild, { type: "member_update", member })
  const named = (ids: string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? "" }))
  addAuditLogEntry(world, guild, AuditLogEvent.MemberRoleUpdate, member.user_id, by, [
    ...(added.length ? [{ key: "$add", new_value: named(added) }] : []),
    ...(removed.length ? [{ key: "$remove", new_value: named(removed) }] : []),
  ])
  world.changed()
}

export function setNick(
  world: World,
  guild: Guild,
  member: Member,
  nick: string | null,
  by: Actor,
): void {
  if (member.nick === nick) return
  const change = {
    key: "nick",
    ...(member.nick === null ? {} : { old_value: member.nick }),
    ...(nick === null ? {} : { new_value: nick }),
  }
  member.nick = nick
  world.tell(guild, { type: "member_update", member })
  addAuditLogEntry(world, guild, AuditLogEvent.MemberUpdate, member.user_id, by, [change])
  world.changed()
}

/** The given role ids and the managed ones the member holds, which a moderator cannot take away. */
export function keepingManaged(
  guild: Guild,
  member: Member,
  roleIds: Iterable<string>,
): Set<string> {
  const managed = [...member.roles].filter((id) => {
    const role = guild.roles.get(id)
    return role !== undefined && !isAssignable(guild, role)
  })
  return new Set([...roleIds, ...managed])
}
