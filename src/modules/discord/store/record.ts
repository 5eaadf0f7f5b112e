import type { LedgerEntry, PendingJoin } from "../domain/plan"
import type { ActivityAction, ErrorOwner, MembershipStatus } from "../domain/statuses"
import { newId, rows, type Db } from "./db"

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

/** What one answer of Discord taught about a membership. */
export interface Progress {
  membership_id: string
  in_server: boolean | null
  observed_roles: string[] | null
  pending_join: PendingJoin | null
  joined_by_us: boolean
  before: Ledger
  after: Ledger
  activity: NewActivity[]
}

/** Writes down an answer: ledger, membership and activity log together, so that each tells the same story. */
export async function recordProgress(db: Db, progress: Progress): Promise<void> {
  await db.transaction(async (tx) => {
    await writeLedger(tx, progress)
    await rows(
      tx,
      `update discord_membership
          set in_server = :in_server, observed_roles = cast(:observed_roles as jsonb),
              join_sent_at = :join_sent_at, join_role_ids = cast(:join_role_ids as jsonb), joined_by_us = :joined_by_us, updated_at = now()
        where id = :id`,
      {
        id: progress.membership_id,
        in_server: progress.in_server,
        observed_roles: progress.observed_roles && JSON.stringify(progress.observed_roles),
        join_sent_at: progress.pending_join?.sent_at ?? null,
        join_role_ids: progress.pending_join && JSON.stringify(progress.pending_join.role_ids),
        joined_by_us: progress.joined_by_us,
      },
    )
    await writeActivity(tx, progress.activity)
  })
}

async function writeLedger(db: Db, { membership_id, before, after }: Progress): Promise<void> {
  const dropped = [...before.keys()].filter((role) => !after.has(role))
  if (dropped.length > 0) {
    await rows(
      db,
      `delete from discord_role_grant where membership_id = :id and role_id = any(:role_ids)`,
      { id: membership_id, role_ids: dropped },
    )
  }
  for (const [role_id, entry] of after) {
    const old = before.get(role_id)
    if (old?.origin !== entry.origin || old.confirmed !== entry.confirmed) {
      await rows(
        db,
        `insert into discord_role_grant (id, membership_id, role_id, origin, confirmed, reason)
         values (:id, :membership_id, :role_id, :origin, :confirmed, :reason)
         on conflict (membership_id, role_id) where deleted_at is null do update set
           origin = excluded.origin, confirmed = excluded.confirmed,
           reason = excluded.reason, updated_at = now()`,
        {
          id: newId("dgrant"),
          membership_id,
          role_id,
          origin: entry.origin,
          confirmed: entry.confirmed,
          reason: entry.reason ?? null,
        },
      )
    }
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
 */
export async function finishMembership(db: Db, finish: Finish): Promise<void> {
  const { error, ...bindings } = finish
  await rows(
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
     where id = :membership_id and lease_id = :lease_id`,
    {
      ...bindings,
      error_owner: error?.owner ?? null,
      error_code: error?.code ?? null,
      error_message: error?.message ?? null,
    },
  )
}

export async function writeActivity(db: Db, entries: NewActivity[]): Promise<void> {
  for (const entry of entries) {
    await db("discord_activity_entry").insert({ id: newId("dact"), ...entry })
  }
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
