import { newId, rows, type Db } from "../db/db"
import { SEEN_LATELY_MS } from "../membership/look.rules"
import { pendingSql } from "../sync-run/sync-run.store"
import type { ReconcileMode, Takings, Turns } from "./reconcile.rules"
import type { ServerStatus } from "../statuses.rules"

/** Where a run that is under way stands, and the server it is about. */
export interface ReconcileRun {
  id: string
  dry_run: boolean
  /** Discord's id of the last user who was compared; null = none yet. */
  cursor: string | null
  /** Null before it was chosen. */
  mode: ReconcileMode | null
  /** Whether every member was compared. */
  compared: boolean
  /** Whether an admin has said that it may take away what it would. */
  confirmed: boolean
  total: number
  /** Roles that the plugin had given in the server when it began. */
  roles: number
  server_id: string
  server_status: ServerStatus
  guild_id: string
  member_count: number | null
  /** The database's time when this was read, to the microsecond: who was written to since may differ from what is read after it. */
  read_at: string
}

/** How long what a run came to is kept. */
const KEPT = "interval '90 days'"

/**
 * Writes a run down, and ends one that waits for an admin: its question is asked anew. What earlier runs of the server found is
 * forgotten. The database sees to it that one runs at a time.
 *
 * @param actorId null = the clock
 * @returns its id
 */
export async function beginReconcile(
  db: Db,
  run: { server_id: string; dry_run: boolean; actor_id: string | null },
): Promise<string> {
  const id = newId("dsync")
  await db.transaction(async (tx) => {
    await rows(
      tx,
      `insert into discord_sync_run (id, kind, dry_run, server_id, actor_id, total, scope, started_at)
       select :id, 'reconcile', :dry_run, :server_id, :actor_id, count(distinct m.id)::int,
              jsonb_build_object('roles', count(g.id)), now()
         from discord_membership m
         left join discord_role_grant g
           on g.membership_id = m.id and g.origin = 'granted' and g.deleted_at is null
        where m.server_id = :server_id and m.deleted_at is null`,
      { id, ...run },
    )
    await rows(
      tx,
      `delete from discord_sync_run
        where kind = 'reconcile' and server_id = :server_id and finished_at < now() - ${KEPT}`,
      { server_id: run.server_id },
    )
    await rows(
      tx,
      `with earlier as (
         select id from discord_sync_run
          where kind = 'reconcile' and server_id = :server_id and id <> :id),
       asking as (
         update discord_sync_run set status = 'canceled', finished_at = now(), updated_at = now()
          where id in (select id from earlier) and status = 'waiting_for_admin')
       delete from discord_difference
        where sync_run_id in (select id from earlier) and deleted_at is null`,
      { id, server_id: run.server_id },
    )
  })
  return id
}

/** SQL: the run `r` of the server `s` wants somebody who goes on with it, or ends it. */
const IS_OPEN = `(r.kind = 'reconcile' and r.status = 'running' and r.deleted_at is null
  and (r.marked_at is null or s.status = 'disconnected'))`

/** A run that goes on; null when it does not any more. */
export async function readReconcile(db: Db, id: string): Promise<ReconcileRun | null> {
  const [run] = await rows<ReconcileRun>(
    db,
    `select r.id, r.dry_run, r.cursor, r.total, (r.scope -> 'roles')::int as roles,
            r.scope ->> 'mode' as mode,
            (r.scope -> 'compared') is not null as compared,
            (r.scope -> 'confirmed') is not null as confirmed,
            s.id as server_id, s.status as server_status, s.guild_id, s.member_count,
            cast(now() as text) as read_at
       from discord_sync_run r join discord_server s on s.id = r.server_id
      where r.id = :id and ${IS_OPEN}`,
    { id },
  )
  return run ?? null
}

/** Runs that somebody has to go on with. */
export async function openReconciles(db: Db): Promise<string[]> {
  const open = await rows<{ id: string }>(
    db,
    `select r.id from discord_sync_run r join discord_server s on s.id = r.server_id where ${IS_OPEN}`,
  )
  return open.map(({ id }) => id)
}

/** Servers that are worked on, each with when one of its runs last began, and the database's time. */
export async function reconcileTurns(db: Db): Promise<(Turns & { id: string; now: Date })[]> {
  return rows(
    db,
    `select s.id, s.guild_id, s.created_at as connected_at, last.begun_at, now() as now
       from discord_server s
       left join lateral (
         select r.created_at as begun_at from discord_sync_run r
          where r.server_id = s.id and r.kind = 'reconcile' and not r.dry_run and r.deleted_at is null
          order by r.created_at desc limit 1) last on true
      where s.status = 'connected' and s.deleted_at is null`,
  )
}

/** Remembers how a run reads members. */
export async function setMode(db: Db, id: string, mode: ReconcileMode): Promise<void> {
  await rows(
    db,
    `update discord_sync_run
        set scope = scope || jsonb_build_object('mode', cast(:mode as text)), updated_at = now()
      where id = :id and status = 'running'`,
    { id, mode },
  )
}

/** What one page came to. */
export interface PageResult {
  /** How far it went; null = to the end. */
  cursor: string | null
  done: number
  added: number
  removed: number
}

/** @returns false when the run does not go on from where the page began: it was canceled, or another process was faster */
export async function advanceReconcile(
  db: Db,
  run: Pick<ReconcileRun, "id" | "cursor">,
  { cursor, done, added, removed }: PageResult,
): Promise<boolean> {
  const advanced = await rows(
    db,
    `update discord_sync_run
        set cursor = coalesce(:cursor, cursor), done = done + :done, total = greatest(total, done + :done),
            added = added + :added, removed = removed + :removed, error_message = null,
            scope = case when cast(:cursor as text) is null then scope || '{"compared": true}' else scope end,
            updated_at = now()
      where id = :id and status = 'running' and cursor is not distinct from :before
        and scope -> 'compared' is null
      returning id`,
    { id: run.id, before: run.cursor, cursor, done, added, removed },
  )
  return advanced.length > 0
}

/** Has an admin asked whether a run may take away so much. */
export async function askAdmin(db: Db, id: string, takings: Takings): Promise<void> {
  await rows(
    db,
    `update discord_sync_run
        set status = 'waiting_for_admin', scope = scope || cast(:takings as jsonb), updated_at = now()
      where id = :id and status = 'running'`,
    { id, takings: JSON.stringify({ takings }) },
  )
}

/** A run that asks an admin, of which the dashboard was not notified yet. */
export interface AskingRun {
  id: string
  server_id: string
  server_name: string
  removed: number
  roles: number
}

export async function askingRuns(db: Db): Promise<AskingRun[]> {
  return rows(
    db,
    `select r.id, r.server_id, s.name as server_name,
            (r.scope -> 'takings' -> 'removed')::int as removed,
            (r.scope -> 'takings' -> 'roles')::int as roles
       from discord_sync_run r join discord_server s on s.id = r.server_id
      where r.status = 'waiting_for_admin' and (r.scope -> 'told') is null and r.deleted_at is null`,
  )
}

/** Remembers that the dashboard was notified. */
export async function markAskingTold(db: Db, id: string): Promise<void> {
  await rows(
    db,
    `update discord_sync_run set scope = scope || '{"told": true}', updated_at = now() where id = :id`,
    { id },
  )
}

/**
 * Lets a run do what it has found: one that asks for it, or a dry run that is over, while no other has begun since. It is no dry
 * run from then on. Who was not seen within minutes is looked at again first: somebody may have read the list for an hour.
 *
 * @returns whether it was one of these
 */
export async function confirmReconcile(db: Db, id: string): Promise<boolean> {
  const confirmed = await rows(
    db,
    `with stale as (
       update discord_difference set sighting = null, updated_at = now()
        where sync_run_id = :id and applied_at is null and sighting is not null
          and seen_at < now() - ${SEEN_LATELY_MS} * interval '1 millisecond')
     update discord_sync_run r
        set status = 'running', dry_run = false, scope = r.scope || '{"confirmed": true}',
            finished_at = null, marked_at = null, started_at = now(), started_done = r.done, updated_at = now()
      where r.id = :id and r.kind = 'reconcile' and r.deleted_at is null
        and (r.status = 'waiting_for_admin' or (r.dry_run and r.status = 'completed'))
        and not exists (
          select 1 from discord_sync_run later
           where later.kind = 'reconcile' and later.server_id = r.server_id
             and later.created_at > r.created_at and later.deleted_at is null)
      returning r.id`,
    { id },
  )
  return confirmed.length > 0
}

/** Every member was compared: the server's page says when, a dry run ends with it. From here on the pace is that of changes. */
export async function endComparing(
  db: Db,
  { id, server_id, dry_run }: Pick<ReconcileRun, "id" | "server_id" | "dry_run">,
): Promise<void> {
  await rows(
    db,
    `with seen as (
       update discord_server set reconciled_at = now() where id = :server_id)
     update discord_sync_run
        set marked_at = now(), updated_at = now(), added = case when dry_run then added else 0 end,
            removed = case when dry_run then removed else 0 end, total = done,
            started_at = now(), started_done = done - ${pendingSql("discord_sync_run")},
            status = case when :dry_run then 'completed' else status end,
            finished_at = case when :dry_run then now() else finished_at end
      where id = :id and status = 'running'`,
    { id, server_id, dry_run },
  )
}

/** Says on a run what keeps it from going on for now. */
export async function noteReconcile(db: Db, id: string, words: string): Promise<void> {
  await rows(
    db,
    `update discord_sync_run set error_message = :words, updated_at = now()
      where id = :id and status = 'running'`,
    { id, words },
  )
}
