import { PRIORITY, SERVER_STATUSES, type UnreadableReason } from "../statuses.rules"
import type { UnassignableReason } from "./role-assignability.rules"
import { canJoinMembers } from "./server-checks.rules"
import { newId, rows, type Db } from "../db/db"
import { markDue } from "../membership/mark.store"
import { writeActivity } from "../activity/activity.store"
import { setStatus } from "./server-pause.store"
import { WORKED_ON } from "./worked-on.store"

export interface ServerFacts {
  guild_id: string
  name: string
  icon: string | null
  bot_position: number
  bot_role_id: string | null
  bot_permissions: string
  /** All its members, as Discord counts them; null = not told. */
  member_count: number | null
  /** Whether newcomers have to accept rules before they can take part. */
  screens_members: boolean
  /** Whether Discord asks whoever manages its roles for two-factor authentication. */
  requires_two_factor: boolean
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
  /** Channels it opens that @everyone does not see; null = not read this time. */
  opens_channels: number | null
}

export interface ConnectedServer {
  server_id: string
  name: string
  /** Whether it was connected before, so that nothing has changed but what was read. */
  already_connected: boolean
  /** Servers that have work now. */
  server_ids: string[]
}

/** Stores a server that an admin has just installed the bot in; its members are brought up to date. */
export async function connectServer(
  db: Db,
  facts: ServerFacts,
  actorId: string,
): Promise<ConnectedServer> {
  return db.transaction(async (tx) => {
    const already_connected = await isConnectedGuild(tx, facts.guild_id)
    const server_id = await saveServer(tx, facts)
    const left = { from: ["disconnected"] as const, to: "connected" as const, reason: null }
    const wasLeft = await setStatus(tx, server_id, left)
    await setStatus(tx, server_id, { ...left, from: SERVER_STATUSES })
    await writeActivity(tx, [{ action: "server_connected", trigger: actorId, server_id }])
    // Nobody looked while it was disconnected: who moderates it may have changed anyone's roles.
    const options = { look: wasLeft ? ("first" as const) : null }
    const server_ids = await markDue(tx, { kind: "server", server_id }, PRIORITY.change, options)
    return { server_id, name: facts.name, already_connected, server_ids }
  })
}

/** Remembers that a server could not be read just now, and why. */
export async function noteUnreadable(
  db: Db,
  serverId: string,
  reason: UnreadableReason,
): Promise<void> {
  await rows(
    db,
    `update discord_server set unreadable = :reason, read_at = now(), updated_at = now()
      where id = :id`,
    { id: serverId, reason },
  )
}

/**
 * Stores a server as Discord tells it now.
 *
 * @returns whether something was mended: the bot can give a role, or bring members in, which it could not before, or the
 *   server no longer asks for two-factor authentication
 */
export async function observeServer(db: Db, facts: ServerFacts): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [known] = await rows<{ bot_permissions: string; requires_two_factor: boolean }>(
      tx,
      `select bot_permissions, requires_two_factor from discord_server
        where guild_id = :id and deleted_at is null`,
      { id: facts.guild_id },
    )
    const couldJoin = known !== undefined && canJoinMembers(known.bot_permissions)
    const before = await refusedRoles(tx, facts.guild_id)
    await saveServer(tx, facts)
    const after = await refusedRoles(tx, facts.guild_id)
    return (
      before.some((role) => !after.includes(role)) ||
      (!couldJoin && canJoinMembers(facts.bot_permissions)) ||
      (known?.requires_two_factor === true && !facts.requires_two_factor)
    )
  })
}

/** Tries again what waited for the admin. @returns the servers that have work now */
export async function replayParked(db: Db, serverId: string): Promise<string[]> {
  return markDue(db, { kind: "parked", server_id: serverId }, PRIORITY.change)
}

/** Servers where something waits for the admin, or that could not be read: worth a look whether it was mended. */
export async function ailingServers(db: Db): Promise<{ id: string; guild_id: string }[]> {
  return rows(
    db,
    // LIMIT keeps the planner from joining all members of all servers instead.
    `select s.id, s.guild_id from discord_server s
       left join lateral (
         select true as waits from discord_membership m
          where m.server_id = s.id and m.status = 'waiting_for_admin' and m.deleted_at is null
            and ${WORKED_ON}
          limit 1) as parked on true
      where s.deleted_at is null and (s.status = 'paused' or parked.waits
             or (s.status = 'connected' and s.unreadable is not null))`,
  )
}

async function isConnectedGuild(db: Db, guildId: string): Promise<boolean> {
  const connected = await rows(
    db,
    `select id from discord_server
      where guild_id = :id and status = 'connected' and deleted_at is null`,
    { id: guildId },
  )
  return connected.length > 0
}

async function refusedRoles(db: Db, guildId: string): Promise<string[]> {
  const refused = await rows<{ role_id: string }>(
    db,
    `select r.role_id from discord_role r
       join discord_server s on s.id = r.server_id
      where s.guild_id = :guild_id and r.unassignable_reason is not null`,
    { guild_id: guildId },
  )
  return refused.map((role) => role.role_id)
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
       (id, guild_id, name, icon, bot_position, bot_role_id, bot_permissions, member_count, screens_members,
        requires_two_factor, read_at)
     values (:id, :guild_id, :name, :icon, :bot_position, :bot_role_id, :bot_permissions, :member_count,
             :screens_members, :requires_two_factor, now())
     on conflict (guild_id) where deleted_at is null do update set
       name = excluded.name, icon = excluded.icon, bot_position = excluded.bot_position,
       bot_role_id = excluded.bot_role_id, bot_permissions = excluded.bot_permissions,
       member_count = coalesce(excluded.member_count, discord_server.member_count),
       screens_members = excluded.screens_members,
       requires_two_factor = excluded.requires_two_factor,
       read_at = excluded.read_at, unreadable = null, updated_at = now()
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
       (id, role_id, name, color, position, permissions, managed, unassignable_reason,
        opens_channels, server_id)
     values (:id, :role_id, :name, :color, :position, :permissions, :managed, :unassignable_reason,
             :opens_channels, :server_id)
     on conflict (role_id) where deleted_at is null do update set
       name = excluded.name, color = excluded.color, position = excluded.position,
       permissions = excluded.permissions, managed = excluded.managed,
       unassignable_reason = excluded.unassignable_reason,
       opens_channels = coalesce(excluded.opens_channels, discord_role.opens_channels), server_id = excluded.server_id,
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
