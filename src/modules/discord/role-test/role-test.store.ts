import { newId, rows, type Db } from "../db/db"

/** A role that a test gave, or is about to give. */
export interface TestedRole {
  server_id: string
  guild_id: string
  discord_user_id: string
  /** Discord's id of the role. */
  role_id: string
  role_name: string
  /** The admin who tested. */
  actor_id: string
}

export interface RoleTestRow extends TestedRole {
  id: string
  /** Times in a row that Discord did not take it back. */
  attempts: number
}

/** Whether a test gave a role to somebody and has not taken it back. */
export async function isLeftover(
  db: Db,
  role: Pick<TestedRole, "server_id" | "discord_user_id" | "role_id">,
): Promise<boolean> {
  const found = await rows(
    db,
    `select 1 from discord_role_test
      where server_id = :server_id and discord_user_id = :discord_user_id and role_id = :role_id
        and deleted_at is null`,
    role,
  )
  return found.length > 0
}

/**
 * Writes down that a role is about to be given; what an earlier test left behind is taken over.
 *
 * @param holdMs how long nobody else takes it back: longer than the test takes
 * @returns null while somebody is at work on this very role and user
 */
export async function openTest(
  db: Db,
  role: TestedRole,
  holdMs: number,
): Promise<{ id: string; was_leftover: boolean } | null> {
  const [opened] = await rows<{ id: string; was_leftover: boolean }>(
    db,
    `insert into discord_role_test as test
            (id, server_id, guild_id, discord_user_id, role_id, role_name, actor_id, settles_at, next_attempt_at)
     values (:id, :server_id, :guild_id, :discord_user_id, :role_id, :role_name, :actor_id,
             now() + :hold_ms * interval '1 millisecond', now())
     on conflict (server_id, discord_user_id, role_id) where deleted_at is null do update set
       role_name = excluded.role_name, actor_id = excluded.actor_id,
       settles_at = excluded.settles_at, updated_at = now()
       where test.settles_at <= now()
     returning id, id <> :id as was_leftover`,
    { ...role, id: newId("drtest"), hold_ms: holdMs },
  )
  return opened ?? null
}

/** Discord has confirmed that the role is taken back, or there is nothing to take. */
export async function closeTest(db: Db, id: string): Promise<void> {
  await rows(db, `delete from discord_role_test where id = :id`, { id })
}

/** @param wait how long until Discord is asked again, and whether this time counts as a failure */
export async function releaseTest(
  db: Db,
  id: string,
  wait: { wait_ms: number; failures: 0 | 1 },
): Promise<void> {
  await rows(
    db,
    `update discord_role_test
        set settles_at = now(), attempts = attempts + :failures, updated_at = now(),
            next_attempt_at = now() + :wait_ms * interval '1 millisecond'
      where id = :id`,
    { id, ...wait },
  )
}

/** Takes up the role that has waited longest of those that are due, so that no other process takes it back, too. */
export async function claimLeftover(db: Db, holdMs: number): Promise<RoleTestRow | null> {
  const [claimed] = await rows<RoleTestRow>(
    db,
    `update discord_role_test
        set settles_at = now() + :hold_ms * interval '1 millisecond', updated_at = now()
      where id = (select id from discord_role_test
                   where next_attempt_at <= now() and settles_at <= now() and deleted_at is null
                   order by next_attempt_at limit 1 for update skip locked)
     returning id, server_id, guild_id, discord_user_id, role_id, role_name, actor_id, attempts`,
    { hold_ms: holdMs },
  )
  return claimed ?? null
}

/** An admin has looked after the server: what could not be taken back there may be now. */
export async function hastenLeftovers(db: Db, serverId: string): Promise<void> {
  await rows(
    db,
    `update discord_role_test set next_attempt_at = now(), updated_at = now()
      where server_id = :server_id and next_attempt_at > now() and deleted_at is null`,
    { server_id: serverId },
  )
}

/** Whether the store still has to do with a server: one that it is disconnected from is out of its reach for good. */
export async function isServerConnected(db: Db, serverId: string): Promise<boolean> {
  const found = await rows(
    db,
    `select 1 from discord_server
      where id = :server_id and status <> 'disconnected' and deleted_at is null`,
    { server_id: serverId },
  )
  return found.length > 0
}
