import { AuditLogEvent } from "discord-api-types/v10"
import { addAuditLogEntry } from "./audit-log"
import { type Actor, type Application, type Guild, type Role } from "./entities"
import { join } from "./members"
import { createRole, editRole, moveRole, type RolePlace } from "./roles"
import { type World } from "./world"

/** MANAGE_ROLES (1<<28) and CREATE_INSTANT_INVITE (1<<0), which is what a role bot asks for. */
export const DEFAULT_BOT_PERMISSIONS = 268_435_457n

/** The managed role a bot got on installation, if it is in the guild. */
function botRole(guild: Guild, app: Application): Role | undefined {
  return [...guild.roles.values()].find((role) => role.tags?.bot_id === app.bot_user_id)
}

/**
 * Adds an application's bot to a guild with its own managed role. Discord puts that role at the very bottom, below
 * every role it should give, until an admin drags it up. Installing again only changes the permissions.
 *
 * @param place where the role goes; 1 is what Discord does.
 */
export function installBot(
  world: World,
  guild: Guild,
  app: Application,
  permissions: bigint,
  by: Actor,
  place: RolePlace = 1,
): Role {
  const present = botRole(guild, app)
  if (present) editRole(world, guild, present, { permissions }, by)
  const role =
    present ??
    createRole(
      world,
      guild,
      { name: app.name, permissions, managed: true, tags: { bot_id: app.bot_user_id } },
      by,
    )
  if (place !== 1) moveRole(world, guild, role, place)
  if (!guild.members.has(app.bot_user_id)) {
    join(world, guild, app.bot_user_id, by, { roles: [role.id] })
    addAuditLogEntry(world, guild, AuditLogEvent.BotAdd, app.bot_user_id, by)
  }
  world.changed()
  return role
}
