import type { SyncRunKind, SyncRunStatus } from "../statuses.rules"
import { newId, rows, type Db } from "../db/db"
import type { Takings } from "../reconcile/reconcile.rules"
import type { PageRequest } from "../membership/membership-rows.store"

/** Whose owners a mapping edit concerns, and where. */
export interface MappingScope {
  variant_ids: string[]
  server_ids: string[]
  /** When they bought, as ISO 8601; null, or left out = whenever. */
  bought_from?: string | null
  bought_until?: string | null
}

export interface SyncRunRow {
  id: string
  kind: SyncRunKind
  status: SyncRunStatus
  dry_run: boolean
  server_id: string | null
  server_name: string | null
  actor_id: string | null
  /** Of a mapping edit: what was edited. */
  variant_ids: string[]
  total: number
  done: number
  added: number
  removed: number
  failed: number
  cursor: string | null
  error_message: string | null
  started_at: Date | null
  started_done: number
  created_at: Date
  finished_at: Date | null
  /** Of a reconcile that asks first: what it would take away. */
  takings: Takings | null
  /** Whether it is its server's last. */
  is_last: boolean
}

/** SQL: members `m` with whom a run is not done. Who fails by a fault of the plugin's is tried on, and keeps no run from its end. */
const IS_PENDING = `(m.status = 'due' or (m.status = 'retrying' and m.error_owner is distinct from 'bug'))`

/** SQL: with how many members the run `alias` is not done. */
export function pendingSql(alias: string): string {
  return `(select count(*)::int from discord_membership m
            where m.sync_run_id = ${alias}.id and m.deleted_at is null and ${IS_PENDING})`
}

/** SQL: a run whose work is done by the engine, member by member. */
const IS_LIVE = `(r.kind in ('role_mapping', 'reconcile') and r.status in ('running', 'waiting_for_admin')
  and not r.dry_run)`

/**
 * What a running mapping edit or reconcile has come to: read from the members themselves and from what was done for it, so that no counter
 * can be wrong. A member whom something else has made due as well is no longer the run's, and counts as done.
 */
const LIVE = `
  left join lateral (
    select count(*)::int as attached,
           count(*) filter (where ${IS_PENDING})::int as pending,
           count(*) filter (where m.status in ('waiting_for_customer', 'waiting_for_admin')
              or (m.status = 'retrying' and m.error_owner = 'bug'))::int as failed
      from discord_membership m
     where m.sync_run_id = r.id and m.deleted_at is null
  ) live on ${IS_LIVE}
  left join lateral (
    select count(*) filter (where a.action in ('role_added', 'member_joined'))::int as added,
           count(*) filter (where a.action = 'role_removed')::int as removed
      from discord_activity_entry a
     where a.sync_run_id = r.id and a.role_id is not null and a.deleted_at is null
  ) changes on ${IS_LIVE}`

/** A reconcile knows from the start how many members there are, and how many it has compared. */
const IS_MARKING = `(r.kind = 'role_mapping' and r.marked_at is null)`
const TOTAL = `(case when ${IS_MARKING} then coalesce(live.attached, r.total) else r.total end)`
const MARKED = `(case when r.kind = 'reconcile' then r.done else ${TOTAL} end)`
const PROGRESS = `
  ${TOTAL} as total,
  (case when live.pending is null then r.done else greatest(0, ${MARKED} - live.pending) end) as done,
  coalesce(changes.added, r.added) as added, coalesce(changes.removed, r.removed) as removed,
  coalesce(live.failed, r.failed) as failed`

/** Writes a run down. It begins at once. @returns its id */
export async function beginRun(
  db: Db,
  run: {
    kind: SyncRunKind
    actor_id: string | null
    total?: number
    scope?: MappingScope
  },
): Promise<string> {
  const id = newId("dsync")
  await rows(
    db,
    `insert into discord_sync_run (id, kind, actor_id, total, scope, started_at)
     values (:id, :kind, :actor_id, :total, cast(:scope as jsonb), now())`,
    {
      id,
      kind: run.kind,
      actor_id: run.actor_id,
      total: run.total ?? 0,
      scope: run.scope ? JSON.stringify(run.scope) : null,
    },
  )
  return id
}

/** SQL: no later reconcile of the same server has begun, which would have forgotten what this one found. */
const IS_LAST = `not (r.kind = 'reconcile' and exists (
  select 1 from discord_sync_run later
   where later.kind = 'reconcile' and later.server_id = r.server_id
     and later.created_at > r.created_at and later.deleted_at is null))`

export interface SyncRunFilter {
  id?: string | undefined
  server_id?: string[] | undefined
  kind?: SyncRunKind[] | undefined
  status?: SyncRunStatus[] | undefined
}

/** What tells nobody anything: a run that ended without a member to look at, and the clock's that found everything in order. */
const OF_NOBODY = `(r.status = 'completed' and (
  (r.kind = 'role_mapping' and r.total = 0)
  or (r.kind = 'reconcile' and r.actor_id is null and r.added + r.removed + r.failed = 0
      and cast(:server_id as text[]) is null)))`

/** Newest first. */
export async function listRuns(
  db: Db,
  { id, server_id, kind, status }: SyncRunFilter,
  page: PageRequest,
): Promise<{ runs: SyncRunRow[]; count: number }> {
  const where = `r.deleted_at is null
    and (case when cast(:id as text) is null then not ${OF_NOBODY} else r.id = :id end)
    and (cast(:kind as text[]) is null or r.kind = any(cast(:kind as text[])))
    and (cast(:server_id as text[]) is null or r.server_id = any(cast(:server_id as text[])))
    and (cast(:status as text[]) is null or r.status = any(cast(:status as text[])))`
  const bindings = {
    id: id ?? null,
    server_id: server_id ?? null,
    kind: kind ?? null,
    status: status ?? null,
  }
  const [runs, [total]] = await Promise.all([
    rows<SyncRunRow>(
      db,
      `select r.id, r.kind, r.status, r.dry_run, r.server_id, r.actor_id, r.cursor,
              coalesce(r.scope -> 'variant_ids', '[]') as variant_ids,
              r.error_message, r.started_at, r.started_done, r.created_at, r.finished_at,
              case when r.status = 'waiting_for_admin' then r.scope -> 'takings' end as takings,
              ${IS_LAST} as is_last,
              (select s.name from discord_server s where s.id = r.server_id) as server_name,
              ${PROGRESS}
         from discord_sync_run r ${LIVE}
        where ${where} order by r.created_at desc, r.id limit :limit offset :offset`,
      { ...bindings, limit: page.limit, offset: page.offset },
    ),
    rows<{ count: number }>(
      db,
      `select count(*)::int as count from discord_sync_run r where ${where}`,
      bindings,
    ),
  ])
  return { runs, count: total?.count ?? 0 }
}

/** Ends mapping edits and reconciles that have nothing left to do, with what they came to. */
export async function settleRuns(db: Db): Promise<void> {
  await rows(
    db,
    `update discord_sync_run set status = 'completed', finished_at = now(), done = ended.total,
            added = ended.added, removed = ended.removed, failed = ended.failed, updated_at = now()
       from (select r.id, live.pending, ${PROGRESS} from discord_sync_run r ${LIVE}
              where ${IS_LIVE} and r.marked_at is not null and r.deleted_at is null) as ended
      where discord_sync_run.id = ended.id and ended.pending = 0
        and discord_sync_run.status = 'running'`,
  )
}

/** SQL: what a run that ends before its time has done. A reconcile goes on from whom it has compared. */
const KEPT_DONE = `(case when discord_sync_run.kind = 'reconcile' then discord_sync_run.done else now.done end)`

/**
 * Stops a run, and keeps what it has come to. What it has not begun is another matter: see `holdBack`.
 *
 * @returns the run's kind; null when it does not run
 */
export async function cancelRun(db: Db, id: string): Promise<SyncRunKind | null> {
  const [canceled] = await rows<{ kind: SyncRunKind }>(
    db,
    `update discord_sync_run set status = 'canceled', finished_at = now(), total = now.total,
            done = ${KEPT_DONE}, added = now.added, removed = now.removed,
            failed = now.failed, updated_at = now()
       from (select r.id, ${PROGRESS} from discord_sync_run r ${LIVE} where r.id = :id) as now
      where discord_sync_run.id = now.id
        and discord_sync_run.status in ('running', 'waiting_for_admin')
      returning discord_sync_run.kind`,
    { id },
  )
  return canceled?.kind ?? null
}

/** Ends a run that cannot go on, with why, and keeps what it has come to. */
export async function failRun(db: Db, id: string, reason: string): Promise<void> {
  await rows(
    db,
    `update discord_sync_run set status = 'failed', finished_at = now(), error_message = :reason,
            total = now.total, done = ${KEPT_DONE}, added = now.added, removed = now.removed,
            failed = now.failed, updated_at = now()
       from (select r.id, ${PROGRESS} from discord_sync_run r ${LIVE} where r.id = :id) as now
      where discord_sync_run.id = now.id and discord_sync_run.status = 'running'`,
    { id, reason },
  )
}

/** Lets a run go on from where it was. @returns its kind; null when it was neither canceled nor has failed */
export async function resumeRun(db: Db, id: string): Promise<SyncRunKind | null> {
  const [resumed] = await rows<{ kind: SyncRunKind }>(
    db,
    `update discord_sync_run r set status = 'running', finished_at = null, started_at = now(),
            started_done = case when kind = 'reconcile' then done - ${pendingSql("r")} else done end,
            error_message = null, updated_at = now()
      where id = :id and status in ('canceled', 'failed') and deleted_at is null and ${IS_LAST}
      returning kind`,
    { id },
  )
  return resumed?.kind ?? null
}

/** What the order backfill has come to after a piece of work. @returns false when it was canceled meanwhile */
export async function advanceRun(
  db: Db,
  id: string,
  piece: { cursor: string; done: number; added: number; removed: number; failed: number },
): Promise<boolean> {
  const advanced = await rows(
    db,
    `update discord_sync_run set cursor = :cursor, done = done + :done, added = added + :added,
            removed = removed + :removed, failed = failed + :failed,
            total = greatest(total, done + :done), updated_at = now()
      where id = :id and status = 'running' returning id`,
    { id, ...piece },
  )
  return advanced.length > 0
}

export async function completeRun(db: Db, id: string): Promise<void> {
  await rows(
    db,
    `update discord_sync_run set status = 'completed', finished_at = now(), total = done,
            updated_at = now()
      where id = :id and status = 'running'`,
    { id },
  )
}

/** What a run's orders came to: entitlements that are new since a moment, and those that turned out to have ended. */
export async function countChanges(
  db: Db,
  orderIds: string[],
  since: Date,
): Promise<{ added: number; removed: number }> {
  const [changes] = await rows<{ added: number; removed: number }>(
    db,
    `select count(*) filter (where created_at >= :since)::int as added,
            count(*) filter (where created_at < :since and updated_at >= :since
                               and ended_reason is not null)::int as removed
       from discord_entitlement
      where source = 'order' and source_id = any(:ids) and deleted_at is null`,
    { ids: orderIds, since },
  )
  return changes ?? { added: 0, removed: 0 }
}
