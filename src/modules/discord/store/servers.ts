import { PRIORITY } from "../domain/statuses"
import type { UnassignableReason } from "../domain/role-assignability"
import { newId, rows, type Db } from "./db"
import { markDue } from "./mark"
import { writeActivity } from "./record"

export interface ServerFacts {
  guild_id: string
  name: string
  icon: string | null
  bot_position: number
  bot_role_id: string | null
  bot_permissions: string
  roles: ServerRole[]
}

export interface ServerRole {
  role_id: string
  name: string
  color: number
  position: number
  permissions: string
  managed: boolean
  unassignable_reason: UnassignableReason | null
}

/** Stores a server that an admin has just installed the bot in; its members are brought up to date. */
export async function connectServer(
  db: Db,
  facts: ServerFacts,
  actorId: string,
): Promise<{ server_id: string; server_ids: string[] }> {
  return db.transaction(async (tx) => {
    const server_id = await saveServer(tx, facts)
    await writeActivity(tx, [{ action: "server_connected", trigger: actorId, server_id }])
    const server_ids = await markDue(tx, { kind: "server", server_id }, PRIORITY.change)
    return { server_id, server_ids }
  })
}

/** Stores a server as it is now, and marks what waited for the admin. */
export async function refreshServer(db: Db, facts: ServerFacts): Promise<string[]> {
  return db.transaction(async (tx) => {
    const server_id = await saveServer(tx, facts)
    return markDue(tx, { kind: "parked", server_id }, PRIORITY.change)
  })
}

/** The roles of a server that some variant gives. */
export async function mappedRoles(
  db: Db,
  serverId: string,
): Promise<{ name: string; unassignable_reason: UnassignableReason | null }[]> {
  return rows(
    db,
    `select r.name, r.unassignable_reason from discord_role r
      where r.server_id = :server_id and r.deleted_at is null
        and exists (select 1 from discord_role_mapping m
                     where m.role_id = r.id and m.deleted_at is null)
      order by r.position desc`,
    { server_id: serverId },
  )
}

/**
 * Stores a server and its roles as Discord tells them. A role that Discord no longer has is kept, marked as deleted, as
 * long as a variant is mapped to it: the mapping must say what is wrong rather than vanish.
 *
 * @returns the server's id
 */
async function saveServer(db: Db, facts: ServerFacts): Promise<string> {
  const { roles, ...server } = facts
  const [stored] = await rows<{ id: string }>(
    db,
    `insert into discord_server
       (id, guild_id, name, icon, bot_position, bot_role_id, bot_permissions, status)
     values (:id, :guild_id, :name, :icon, :bot_position, :bot_role_id, :bot_permissions, 'connected')
     on conflict (guild_id) where deleted_at is null do update set
       name = excluded.name, icon = excluded.icon, bot_position = excluded.bot_position,
       bot_role_id = excluded.bot_role_id, bot_permissions = excluded.bot_permissions,
       status = 'connected', pause_reason = null, updated_at = now()
     returning id`,
    { id: newId("dserv"), ...server },
  )
  if (!stored) {
    throw new Error("The server was not stored")
  }
  for (const role of roles) {
    await upsertRole(db, stored.id, role)
  }
  await dropMissingRoles(
    db,
    stored.id,
    roles.map((role) => role.role_id),
  )
  return stored.id
}

async function upsertRole(db: Db, serverId: string, role: ServerRole): Promise<void> {
  await rows(
    db,
    `insert into discord_role
       (id, role_id, name, color, position, permissions, managed, unassignable_reason, server_id)
     values (:id, :role_id, :name, :color, :position, :permissions, :managed, :unassignable_reason, :server_id)
     on conflict (role_id) where deleted_at is null do update set
       name = excluded.name, color = excluded.color, position = excluded.position,
       permissions = excluded.permissions, managed = excluded.managed,
       unassignable_reason = excluded.unassignable_reason, server_id = excluded.server_id,
       updated_at = now()`,
    { id: newId("drole"), server_id: serverId, ...role },
  )
}

async function dropMissingRoles(db: Db, serverId: string, present: string[]): Promise<void> {
  const bindings = { server_id: serverId, present }
  await rows(
    db,
    `update discord_role set unassignable_reason = 'deleted', updated_at = now()
      where server_id = :server_id and not (role_id = any(:present))`,
    bindings,
  )
  await rows(
    db,
    `delete from discord_role r
      where r.server_id = :server_id and not (r.role_id = any(:present))
        and not exists (select 1 from discord_role_mapping m where m.role_id = r.id)`,
    bindings,
  )
}
