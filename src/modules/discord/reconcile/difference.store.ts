import type { SeenMember } from "../engine/run/seen.rules"
import { PRIORITY } from "../statuses.rules"
import { newIdSql, rows, type Db } from "../db/db"

/** A member of whom Discord and the store do not agree. */
export interface NewDifference {
  membership_id: string
  /** Role ids. */
  added: string[]
  removed: string[]
  kicked: boolean
  /** How they were seen; null = they have to be looked at before anything is done. */
  sighting: { member: SeenMember | null } | null
}

/** A member who is as they should be, and how they were seen. */
export interface SeenAsBelieved {
  membership_id: string
  member: SeenMember | null
  /** Milliseconds until somebody has to look again; null = nobody has to. */
  look_ms: number | null
}

/**
 * Memberships of a server in a range of Discord's user ids, in the order in which Discord lists them. Those that somebody works on
 * are left out by who reads them.
 *
 * @param after leaves out; null = from the first on
 * @param upto null = to the last
 */
export async function membershipsBetween(
  db: Db,
  range: { server_id: string; after: string | null; upto: string | null; limit: number },
): Promise<{ id: string; discord_user_id: string; in_server: boolean | null }[]> {
  return rows(
    db,
    `select m.id, a.discord_user_id, m.in_server
       from discord_account a
       join discord_membership m
         on m.account_id = a.id and m.server_id = :server_id and m.deleted_at is null
      where a.deleted_at is null
        and (length(a.discord_user_id), a.discord_user_id) > (length(:after), :after)
        and (cast(:upto as text) is null
             or (length(a.discord_user_id), a.discord_user_id) <= (length(:upto), cast(:upto as text)))
      order by length(a.discord_user_id), a.discord_user_id limit :limit`,
    { ...range, after: range.after ?? "" },
  )
}

/** SQL for whether nobody works on the membership `m`, or has written to it since Discord was asked. */
function untouchedSql(readAt: string): string {
  return `(m.updated_at < ${readAt} and (m.lease_expires_at is null or m.lease_expires_at < now()))`
}

/** Of some memberships, those that nobody has touched since a moment. */
export async function untouchedSince(
  db: Db,
  ids: readonly string[],
  readAt: string,
): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    db,
    `select m.id from discord_membership m where m.id = any(:ids) and ${untouchedSql("cast(:read_at as timestamptz)")}`,
    { ids, read_at: readAt },
  )
  return new Set(found.map(({ id }) => id))
}

/** Writes down how members were seen who are as they should be: one statement for all of them. */
export async function recordSeen(
  db: Db,
  seen: readonly SeenAsBelieved[],
  readAt: string,
): Promise<void> {
  await rows(
    db,
    // Sorted, so that two statements over the same rows lock them in the same order; whose row is being written to is not waited for.
    `with seen as (
       select m.id, t.member, t.look_ms
         from jsonb_to_recordset(cast(:seen as jsonb))
           as t(membership_id text, member jsonb, look_ms float)
         join discord_membership m on m.id = t.membership_id
        where ${untouchedSql("cast(:read_at as timestamptz)")}
        order by m.account_id, m.server_id for update of m skip locked)
     update discord_membership m
        set in_server = seen.member is not null,
            observed_roles = coalesce(seen.member -> 'role_ids', '[]'),
            joined_at = cast(seen.member ->> 'joined_at' as timestamptz),
            pending = cast(seen.member ->> 'pending' as boolean),
            last_seen_at = cast(:read_at as timestamptz),
            look_at = cast(:read_at as timestamptz) + seen.look_ms * interval '1 millisecond',
            updated_at = now()
       from seen where m.id = seen.id`,
    { seen: jsonWithout(seen), read_at: readAt },
  )
}

/** `null` of JSON would be a value to PostgreSQL, not none. */
function jsonWithout(seen: readonly SeenAsBelieved[]): string {
  return JSON.stringify(seen.map(({ member, ...each }) => (member ? { ...each, member } : each)))
}

export async function insertDifferences(
  db: Db,
  runId: string,
  differences: readonly NewDifference[],
  readAt: string,
): Promise<void> {
  await rows(
    db,
    `insert into discord_difference
       (id, sync_run_id, membership_id, added, removed, kicked, sighting, seen_at)
     select ${newIdSql("ddiff")}, :run_id, membership_id, added, removed, kicked, sighting,
            cast(:read_at as timestamptz)
       from jsonb_to_recordset(cast(:differences as jsonb))
         as t(membership_id text, added jsonb, removed jsonb, kicked boolean, sighting jsonb)
     on conflict (sync_run_id, membership_id) where deleted_at is null do nothing`,
    { run_id: runId, read_at: readAt, differences: differencesJson(differences) },
  )
}

function differencesJson(differences: readonly NewDifference[]): string {
  return JSON.stringify(
    differences.map(({ sighting, ...each }) => (sighting ? { ...each, sighting } : each)),
  )
}

/** SQL: a difference `d` by which a member would lose something. */
export const TAKES = `(d.removed <> '[]' or d.kicked)`

/** Roles that a run would still take away; who would be taken out of the server counts, whether they hold one or not. */
export async function countTakings(db: Db, runId: string): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    db,
    `select coalesce(sum(greatest(jsonb_array_length(d.removed), d.kicked::int)), 0)::int as count
       from discord_difference d
      where d.sync_run_id = :run_id and d.applied_at is null and d.deleted_at is null`,
    { run_id: runId },
  )
  return counted?.count ?? 0
}

/** SQL: the membership is due already. */
const IS_QUEUED = `(m.next_attempt_at is not null and m.status in ('due', 'retrying'))`

/** Members made due in one statement. */
const CHUNK = 2_000

/** @see applyDifferences */
export async function applyAll(db: Db, runId: string, options: { takes: boolean }): Promise<void> {
  while (await applyDifferences(db, runId, options)) {
    // The next set has its own locks.
  }
}

/**
 * Makes members due of whom a run has found that they differ. Of who was touched since, how they were seen counts no more: they are
 * looked at anew. Who is due for a reason of their own stays so: a cancel must not hold them back.
 *
 * @param options.takes whether those are meant, too, who would lose a role
 * @returns whether there may be more
 */
async function applyDifferences(
  db: Db,
  runId: string,
  { takes }: { takes: boolean },
): Promise<boolean> {
  const applied = await rows(
    db,
    `with run as (
       select id from discord_sync_run where id = :run_id and status = 'running' for update),
     chosen as (
       select d.id, d.membership_id, d.seen_at,
              case when ${untouchedSql("d.seen_at")} then d.sighting end as sighting
         from run
         join discord_difference d on d.sync_run_id = run.id
         join discord_membership m on m.id = d.membership_id
        where d.applied_at is null and (:takes or not ${TAKES}) and d.deleted_at is null
          and m.deleted_at is null
        order by m.account_id, m.server_id limit ${CHUNK}
          for update of m),
     noted as (
       update discord_difference d
          set applied_at = now(), sighting = chosen.sighting, updated_at = now()
         from chosen where d.id = chosen.id)
     update discord_membership m set
       generation = m.generation + 1, status = 'due',
       -- Whom Discord refused is tried once more, and then again as rarely as before.
       attempts = case when m.status in ('waiting_for_customer', 'waiting_for_join') then m.attempts else 0 end,
       priority = case when ${IS_QUEUED} then least(m.priority, ${PRIORITY.bulk}) else ${PRIORITY.bulk} end,
       sync_run_id = case when ${IS_QUEUED} then m.sync_run_id else :run_id end,
       next_attempt_at = now(), verify = true,
       in_server = case when chosen.sighting is null then m.in_server
                        else jsonb_typeof(chosen.sighting -> 'member') = 'object' end,
       last_seen_at = case when chosen.sighting is null then m.last_seen_at else chosen.seen_at end,
       updated_at = now()
      from chosen where m.id = chosen.membership_id
     returning m.id`,
    { run_id: runId, takes },
  )
  return applied.length === CHUNK
}
