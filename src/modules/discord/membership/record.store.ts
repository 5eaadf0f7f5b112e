import type { LedgerEntry, PendingJoin } from "../domain/plan"
import type { ActivityAction, ErrorOwner, MembershipStatus } from "../domain/statuses"
import type { Lease } from "./claim"
import { newIdSql, rows, type Db } from "./db"

export type Ledger = ReadonlyMap<string, LedgerEntry & { reason?: string | null }>

export interface NewActivity {
  action: ActivityAction
  trigger?: string | null
  membership_id?: string | null
  server_id?: string | null
  account_id?: string | null
  role_id?: string | null
  attempt?: number
  discord_status?: number | null
  discord_code?: string | null
  message?: string | null
}

const INSERT_ACTIVITY = `
  insert into discord_activity_entry
    (id, action, trigger, membership_id, server_id, account_id, role_id, attempt,
     discord_status, discord_code, message)
  select ${newIdSql("dact")}, action, trigger, membership_id, server_id, account_id, role_id,
         coalesce(attempt, 1), discord_status, discord_code, message
    from jsonb_to_recordset(cast(:activity as jsonb))
      as t(action text, trigger text, membership_id text, server_id text, account_id text,
           role_id text, attempt integer, discord_status integer, discord_code text, message text)`

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
              joined_by_us = :joined_by_us, updated_at = now(),
              lease_expires_at = now() + :lease_ms * interval '1 millisecond'
        where id = :id and lease_id = :lease_id
       returning id),
     dropped as (
       delete from discord_role_grant
        where membership_id in (select id from held) and role_id = any(:dropped)),
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
      activity: JSON.stringify(progress.activity),
      in_server: progress.in_server,
      observed_roles: observed_roles && JSON.stringify(observed_roles),
      join_sent_at: pending_join?.sent_at ?? null,
      join_role_ids: pending_join && JSON.stringify(pending_join.role_ids),
      joined_by_us: progress.joined_by_us,
    },
  )
  if (held.length === 0) {
    throw new LostLease(`Membership ${progress.membership_id} was taken over`)
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
  error: { owner: ErrorOwner; code: string | null; message: string } | null
}

/**
 * Ends a run. Whatever was marked meanwhile raised the generation: then the membership is due again at once. A worker that
 * lost its lease changes nothing.
 *
 * @returns whether the lease still held
 */
export async function finishMembership(db: Db, finish: Finish): Promise<boolean> {
  const { error, ...bindings } = finish
  const finished = await rows(
    db,
    `update discord_membership set
       synced_generation = case when cast(:status as text) = 'synced' then cast(:generation as int) else synced_generation end,
       status = case when generation > cast(:generation as int) then 'due' else :status end,
       next_attempt_at = case
         when generation > cast(:generation as int) then now()
         when cast(:retry_ms as float) is null then null
         else now() + cast(:retry_ms as float) * interval '1 millisecond' end,
       attempts = :attempts,
       verify = verify and (generation > cast(:generation as int) or cast(:status as text) <> 'synced'),
       recheck_at = case when generation > cast(:generation as int) then recheck_at else :recheck_at end,
       last_synced_at = case when cast(:status as text) = 'synced' then now() else last_synced_at end,
       error_owner = :error_owner, error_code = :error_code, error_message = :error_message,
       lease_id = null, lease_expires_at = null, updated_at = now()
     where id = :membership_id and lease_id = :lease_id
     returning id`,
    {
      ...bindings,
      error_owner: error?.owner ?? null,
      error_code: error?.code ?? null,
      error_message: error?.message ?? null,
    },
  )
  return finished.length > 0
}

export async function writeActivity(db: Db, entries: NewActivity[]): Promise<void> {
  await rows(db, INSERT_ACTIVITY, { activity: JSON.stringify(entries) })
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
