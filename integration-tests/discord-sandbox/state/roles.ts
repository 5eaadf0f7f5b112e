import { type APIRoleTags, AuditLogEvent } from "discord-api-types/v10"
import { addAuditLogEntry } from "./audit-log"
import { type Actor, type AuditLogChange, type Guild, type Role } from "./entities"
import { byRankDescending, EVERYONE_PERMISSIONS } from "./permissions"
import { type World } from "./world"

export interface NewRole {
  id?: string
  name?: string
  color?: number
  permissions?: bigint
  hoist?: boolean
  mentionable?: boolean
  managed?: boolean
  tags?: APIRoleTags
}

/** "top" is above everything; a number is the place counted from @everyone, which is 0. */
export type RolePlace = number | "top"

/** The role every guild has: its id is the guild's id and it is always at position 0. */
export function everyoneRole(guildId: string): Role {
  return {
    id: guildId,
    name: "@everyone",
    position: 0,
    permissions: EVERYONE_PERMISSIONS,
    color: 0,
    hoist: false,
    mentionable: false,
    managed: false,
  }
}

/**
 * Creates a role as Discord does: at position 1, WITHOUT moving the others. It then shares position 1 with the lowest
 * role and, with its newer and so higher id, ranks below it. That is why a freshly installed bot can give no role.
 * @see https://github.com/discord/discord-api-docs/issues/1778
 */
export function createRole(world: World, guild: Guild, input: NewRole, by: Actor): Role {
  const role: Role = {
    id: input.id ?? world.ids.next(),
    name: input.name ?? "new role",
    position: 1,
    permissions: input.permissions ?? 0n,
    color: input.color ?? 0,
    hoist: input.hoist ?? false,
    mentionable: input.mentionable ?? false,
    managed: input.managed ?? false,
    ...(input.tags ? { tags: input.tags } : {}),
  }
  guild.roles.set(role.id, role)
  world.tell(guild, { type: "role_create", role })
  addAuditLogEntry(world, guild, AuditLogEvent.RoleCreate, role.id, by, [
    { key: "name", new_value: role.name },
    { key: "permissions", new_value: role.permissions.toString() },
    { key: "color", new_value: role.color },
  ])
  world.changed()
  return role
}

/** Moves a role. A move, unlike a creation, numbers all the guild's roles afresh, 1 for the lowest. */
export function moveRole(world: World, guild: Guild, role: Role, place: RolePlace): void {
  const others = [...guild.roles.values()]
    .filter((other) => other.id !== role.id && other.id !== guild.id)
    .sort(byRankDescending)
    .reverse()
  const index = place === "top" ? others.length : Math.min(Math.max(place, 1) - 1, others.length)
  others.splice(index, 0, role)
  others.forEach((other, i) => {
    if (other.position === i + 1) return
    other.position = i + 1
    world.tell(guild, { type: "role_update", role: other })
  })
  world.changed()
}

export type RoleEdit = Partial<
  Pick<Role, "name" | "color" | "permissions" | "hoist" | "mentionable">
>

export function editRole(world: World, guild: Guild, role: Role, edit: RoleEdit, by: Actor): void {
  const changes: AuditLogChange[] = []
  const set = <K extends keyof RoleEdit & keyof Role>(key: K, value: Role[K] | undefined) => {
    if (value === undefined || role[key] === value) return
    changes.push({ key, old_value: plain(role[key]), new_value: plain(value) })
    role[key] = value
  }
  set("name", edit.name)
  set("color", edit.color)
  set("permissions", edit.permissions)
  set("hoist", edit.hoist)
  set("mentionable", edit.mentionable)
  if (changes.length) {
    world.tell(guild, { type: "role_update", role })
    addAuditLogEntry(world, guild, AuditLogEvent.RoleUpdate, role.id, by, changes)
  }
  world.changed()
}

function plain(value: string | number | boolean | bigint): string | number | boolean {
  return typeof value === "bigint" ? value.toString() : value
}

/** Deletes a role. Members lose it silently: Discord writes no member entry for that. */
export function deleteRole(world: World, guild: Guild, role: Role, by: Actor): void {
  guild.roles.delete(role.id)
  for (const member of guild.members.values()) {
    if (!member.roles.delete(role.id)) continue
    const event = { guild_id: guild.id, user_id: member.user_id, role_id: role.id, by: by.user_id }
    world.journal.add({ ...event, type: "role_remove" })
  }
  world.tell(guild, { type: "role_delete", role_id: role.id })
  addAuditLogEntry(world, guild, AuditLogEvent.RoleDelete, role.id, by, [
    { key: "name", old_value: role.name },
  ])
  world.changed()
}
