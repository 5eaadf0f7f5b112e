import { PRIORITY } from "../statuses.rules"
import { newIdSql, rows, type Db } from "../db/db"
import { standingSql } from "../entitlement/standing.store"
import { linksToSql } from "../account/ownership.store"
import { BOUGHT_SQL } from "../role-mapping/mapping-terms.store"
import type { MappingScope } from "../sync-run/sync-run.store"

/** Owners marked in one transaction: few enough that a purchase by one of them does not notice its locks. */
const CHUNK = 2_000

const GRACE_HOURS = "(select s.grace_hours from discord_server s where s.id = :server_id)"

/** How far the marking of a run has come: the step is one variant in one server, then customers by id. */
interface Position {
  step: number
  after: string
}

interface MarkingRun {
  scope: MappingScope
  cursor: string | null
}

/**
 * Marks the owners a mapping edit concerns, set by set. Each set and how far it goes are one transaction: a process that dies
 * leaves a run that any other goes on with. Two at once take turns.
 *
 * @param mayGoOn asked before each set
 * @returns whether all are marked
 */
export async function markOwners(
  db: Db,
  runId: string,
  mayGoOn: () => boolean = () => true,
): Promise<boolean> {
  while (mayGoOn()) {
    if (!(await markSet(db, runId))) {
      return true
    }
  }
  return false
}

/** @returns whether there may be more */
async function markSet(db: Db, runId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [run] = await rows<MarkingRun>(
      tx,
      `select scope, cursor from discord_sync_run
        where id = :id and kind = 'role_mapping' and status = 'running' and marked_at is null
          for update`,
      { id: runId },
    )
    if (!run) {
      return false
    }
    const position = positionOf(run)
    const target = targetOf(run.scope, position.step)
    if (!target) {
      await finishMarking(tx, runId)
      return false
    }
    const last = await markChunk(tx, runId, { ...boughtOf(run.scope), ...target }, position.after)
    const next =
      last === null ? { step: position.step + 1, after: "" } : { ...position, after: last }
    await rows(tx, `update discord_sync_run set cursor = :cursor where id = :id`, {
      id: runId,
      cursor: JSON.stringify(next),
    })
    return true
  })
}

function positionOf({ cursor }: MarkingRun): Position {
  return cursor === null ? { step: 0, after: "" } : (JSON.parse(cursor) as Position)
}

/**
 * One server at a time: a transaction that marks a customer in several servers, one after another, can then never wait for
 * this one while this one waits for it.
 */
function targetOf(
  { variant_ids, server_ids }: MappingScope,
  step: number,
): { variant_id: string; server_id: string } | null {
  const variant_id = variant_ids[Math.floor(step / Math.max(1, server_ids.length))]
  const server_id = server_ids[step % Math.max(1, server_ids.length)]
  return variant_id === undefined || server_id === undefined ? null : { variant_id, server_id }
}

/** In which time those bought whom the run concerns. */
function boughtOf({ bought_from = null, bought_until = null }: MappingScope) {
  return { bought_from, bought_until }
}

/**
 * A member who is due for another reason already stays out of the run: a cancel must not take that away. What time alone will
 * change (`recheck_at`) stays for the same reason.
 *
 * @returns the last customer looked at; null when these were all
 */
async function markChunk(
  db: Db,
  runId: string,
  target: { variant_id: string; server_id: string } & ReturnType<typeof boughtOf>,
  after: string,
): Promise<string | null> {
  const [found] = await rows<{ last: string | null; looked_at: number }>(
    db,
    `with owners as materialized (
       select e.customer_id, l.account_id
         from discord_entitlement e
         left join lateral ${linksToSql("e")} l on true
        where e.variant_id = :variant_id and e.customer_id > :after and e.deleted_at is null
          and ${standingSql("e", GRACE_HOURS)} and ${BOUGHT_SQL}
        order by e.customer_id
        -- Whole customers: the next set begins after the last one.
        fetch first :chunk rows with ties),
     marked as (
       insert into discord_membership as membership
         (id, account_id, server_id, generation, status, priority, next_attempt_at, sync_run_id)
       select ${newIdSql("dmem")}, account_id, :server_id, 1, 'due', :priority, now(), :run_id
         from (select distinct account_id from owners where account_id is not null) as touched
        order by account_id
       on conflict (account_id, server_id) where deleted_at is null do update set
         generation = membership.generation + 1,
         status = 'due',
         attempts = 0,
         priority = case when membership.next_attempt_at is null
                           or membership.status not in ('due', 'retrying') then excluded.priority
                         else least(membership.priority, excluded.priority) end,
         sync_run_id = case when membership.next_attempt_at is not null
                              and membership.status in ('due', 'retrying')
                              and membership.sync_run_id is null then null
                            else excluded.sync_run_id end,
         next_attempt_at = now(),
         updated_at = now())
     select max(customer_id) as last, count(*)::int as looked_at from owners`,
    { ...target, after, run_id: runId, priority: PRIORITY.bulk, chunk: CHUNK },
  )
  return found && found.looked_at >= CHUNK ? found.last : null
}

/** A run that touches nobody is no bulk work: it goes, so that nobody wonders what it did. */
async function finishMarking(db: Db, runId: string): Promise<void> {
  const [run] = await rows<{ total: number }>(
    db,
    `update discord_sync_run set marked_at = now(), updated_at = now(),
            total = (select count(*) from discord_membership m
                      where m.sync_run_id = :id and m.deleted_at is null)
      where id = :id returning total`,
    { id: runId },
  )
  if (run?.total === 0) {
    await rows(db, `delete from discord_sync_run where id = :id`, { id: runId })
  }
}

/** Runs whose marking or release a process left undone. */
export async function unfinishedMappingRuns(db: Db): Promise<{ id: string; status: string }[]> {
  return rows(
    db,
    `select r.id, r.status from discord_sync_run r
      where r.kind = 'role_mapping' and r.deleted_at is null
        and (r.status = 'running' or (r.status = 'canceled' and r.finished_at > now() - interval '1 day'))`,
  )
}

/**
 * Keeps the engine from what a canceled run has not begun. Who was waiting or failing before is left alone: their next look is
 * not the run's to take away.
 */
export async function holdBack(db: Db, runId: string): Promise<void> {
  await inChunks(() =>
    rows(
      db,
      `update discord_membership m set next_attempt_at = null, updated_at = now()
         from (select id from discord_membership
                where sync_run_id = :id and status = 'due' and error_owner is null
                  and next_attempt_at is not null and deleted_at is null
                  and (lease_expires_at is null or lease_expires_at < now())
                order by account_id, server_id limit :chunk for update skip locked) as idle
        where m.id = idle.id returning m.id`,
      { id: runId, chunk: CHUNK },
    ),
  )
}

/** Gives the engine back what a canceled run held. @returns the servers that have work now */
export async function release(db: Db, runId: string): Promise<string[]> {
  const servers = new Set<string>()
  await inChunks(async () => {
    const released = await rows<{ server_id: string }>(
      db,
      `update discord_membership m set next_attempt_at = now(), updated_at = now()
         from (select id from discord_membership
                where sync_run_id = :id and status = 'due' and next_attempt_at is null
                  and deleted_at is null
                order by account_id, server_id limit :chunk for update skip locked) as held
        where m.id = held.id returning m.server_id`,
      { id: runId, chunk: CHUNK },
    )
    released.forEach((row) => servers.add(row.server_id))
    return released
  })
  return [...servers]
}

async function inChunks(work: () => Promise<unknown[]>): Promise<void> {
  while ((await work()).length === CHUNK) {
    // The next set has its own locks.
  }
}
