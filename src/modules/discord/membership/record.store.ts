import { columnsOf, type Message } from "../../../messages"
import { LOOK_AFTER_MS, LOOK_EVERY_MS } from "./look.rules"
import type { LedgerEntry, PendingJoin } from "../engine/run/plan.rules"
import { PRIORITY, type ErrorOwner, type MembershipStatus } from "../statuses.rules"
import type { Lease } from "../engine/work.store"
import { newIdSql, rows, type Db } from "../db/db"
import { activityJson, INSERT_ACTIVITY, type NewActivity } from "../activity/activity.store"

export type Ledger = ReadonlyMap<string, LedgerEntry & { reason?: string | null }>

/** The membership is another worker's now: this one's claim ran out before it could go on. */
export class LostLease extends Error {
  override readonly name = "LostLease"
}

/** What one answer of Discord taught about a membership, or what is about to be asked. */
export interface Progress extends Lease {
  membership_id: string
  in_server: boolean | null
  observed_roles: string[] | null
  pending_join: PendingJoin | null
  joined_by_us: boolean
  joined_at: Date | null
  pending: boolean | null
  /** Whether Discord has just said how the member stands. */
  was_seen: boolean
  before: Ledger
  after: Ledger
  activity: NewActivity[]
}

/**
 * Writes down an answer: ledger, membership and activity log together, so that each tells the same story. One statement,
 * since the engine's pace is bound by the way to the database and back. It is a sign of life: the lease holds anew.
 *
 * @throws LostLease when another worker has taken the membership: nothing is written
 */
export async function recordProgress(db: Db, progress: Progress): Promise<void> {
  const { pending_join, observed_roles } = progress
  const held = await rows(
    db,
    `with held as (
       update discord_membership
          set in_server = :in_server, observed_roles = cast(:observed_roles as jsonb),
              join_sent_at = :join_sent_at, join_role_ids = cast(:join_role_ids as jsonb),
              joined_by_us = :joined_by_us, joined_at = :joined_at, pending = :pending,
              last_seen_at = case when :was_seen then now() else last_seen_at end, updated_at = now(),
              lease_expires_at = now() + :lease_ms * interval '1 millisecond'
        where id = :id and lease_id = :lease_id
       returning id),
     dropped as (
       delete from discord_role_grant
        where membership_id in (select id from held) and role_id = any(:dropped)
          and deleted_at is null),
     written as (
       insert into discord_role_grant (id, membership_id, role_id, origin, confirmed, reason)
       select ${newIdSql("dgrant")}, held.id, role_id, origin, confirmed, reason
         from held, jsonb_to_recordset(cast(:grants as jsonb))
           as t(role_id text, origin text, confirmed boolean, reason text)
       on conflict (membership_id, role_id) where deleted_at is null do update set
         origin = excluded.origin, confirmed = excluded.confirmed,
         reason = excluded.reason, updated_at = now()),
     logged as (${INSERT_ACTIVITY} where exists (select 1 from held))
     select id from held`,
    {
      id: progress.membership_id,
      lease_id: progress.lease_id,
      lease_ms: progress.lease_ms,
      ...ledgerChanges(progress),
      activity: activityJson(progress.activity),
      in_server: progress.in_server,
      observed_roles: observed_roles && JSON.stringify(observed_roles),
      join_sent_at: pending_join?.sent_at ?? null,
      join_role_ids: pending_join && JSON.stringify(pending_join.role_ids),
      joined_by_us: progress.joined_by_us,
      joined_at: progress.joined_at,
      pending: progress.pending,
      was_seen: progress.was_seen,
    },
  )
  if (held.length === 0) {
    throw new LostLease(`Membership ${progress.membership_id} was taken over`)
  }
}

/** @throws LostLease when another worker has taken the membership */
export async function confirmLease(
  db: Db,
  { membership_id, lease_id, lease_ms }: Lease & { membership_id: string },
): Promise<void> {
  const held = await rows(
    db,
    `update discord_membership set lease_expires_at = now() + :lease_ms * interval '1 millisecond'
      where id = :membership_id and lease_id = :lease_id returning id`,
    { membership_id, lease_id, lease_ms },
  )
  if (held.length === 0) {
    throw new LostLease(`Membership ${membership_id} was taken over`)
  }
}

function ledgerChanges({ before, after }: Progress): { dropped: string[]; grants: string } {
  const changed = [...after].filter(([role, entry]) => {
    const old = before.get(role)
    return old?.origin !== entry.origin || old.confirmed !== entry.confirmed
  })
  return {
    dropped: [...before.keys()].filter((role) => !after.has(role)),
    grants: JSON.stringify(changed.map(([role_id, entry]) => ({ role_id, ...entry }))),
  }
}

/** How a run on a membership ended. */
export interface Finish {
  membership_id: string
  lease_id: string
  /** The generation that was worked on. */
  generation: number
  status: MembershipStatus
  /** Milliseconds until the next attempt; null = not before something changes. */
  retry_ms: number | null
  attempts: number
  recheck_at: Date | null
  error: { owner: ErrorOwner; code: string | null; message: Message } | null
  looked?: Looked
}

/** What a run means for the next look. */
export interface Looked {
  /** Whether the member should hold anything: else nobody needs to look. */
  is_active: boolean
  /** Whether the run saw the member. */
  was_seen: boolean
  /** Milliseconds until the next look, when it did. */
  next_look_ms: number
}

const NOT_LOOKED: Looked = { is_active: true, was_seen: false, next_look_ms: LOOK_EVERY_MS }

/** A look was asked for, and the work was done without one: it follows, as the next work on a membership that is in order. */
const OWES_A_LOOK = `(generation = cast(:generation as int) and cast(:status as text) = 'synced'
  and :is_active and not :was_seen and coalesce(look_at <= now(), false))`

/**
 * Ends a run. Whatever was marked meanwhile raised the generation: then the membership is due again at once. A worker that
 * lost its lease changes nothing.
 *
 * @returns whether the lease still held
 */
export async function finishMembership(db: Db, finish: Finish): Promise<boolean> {
  const { error, looked = NOT_LOOKED, ...bindings } = finish
  const finished = await rows(
    db,
    `update discord_membership set
       synced_generation = case when cast(:status as text) = 'synced' then cast(:generation as int) else synced_generation end,
       status = case when generation > cast(:generation as int) then 'due' else :status end,
       next_attempt_at = case
         when generation > cast(:generation as int) then now()
         when ${OWES_A_LOOK} then now() + ${LOOK_AFTER_MS} * interval '1 millisecond'
         when cast(:retry_ms as float) is null then null
         else now() + cast(:retry_ms as float) * interval '1 millisecond' end,
       priority = case when ${OWES_A_LOOK} then ${PRIORITY.change} else priority end,
       attempts = :attempts,
       verify = verify and (generation > cast(:generation as int) or cast(:status as text) <> 'synced'),
       look_at = case
         when generation > cast(:generation as int) then look_at
         when not :is_active then null
         when :was_seen then now() + :next_look_ms * interval '1 millisecond'
         else coalesce(look_at, now() + ${LOOK_EVERY_MS} * interval '1 millisecond') end,
       recheck_at = case when generation > cast(:generation as int) then recheck_at else :recheck_at end,
       last_synced_at = case when cast(:status as text) = 'synced' then now() else last_synced_at end,
       error_owner = :error_owner, error_code = :error_code, error_message = :words,
       error_detail = cast(:detail as jsonb),
       lease_id = null, lease_expires_at = null, updated_at = now()
     where id = :membership_id and lease_id = :lease_id
     returning id`,
    {
      ...bindings,
      ...looked,
      error_owner: error?.owner ?? null,
      error_code: error?.code ?? null,
      ...columnsOf(error?.message ?? null),
    },
  )
  return finished.length > 0
}

/** Gives a claim back as it was taken: nothing was tried. */
export async function releaseMembership(db: Db, id: string, leaseId: string): Promise<void> {
  await rows(
    db,
    `update discord_membership set lease_id = null, lease_expires_at = null
      where id = :id and lease_id = :lease_id`,
    { id, lease_id: leaseId },
  )
}
