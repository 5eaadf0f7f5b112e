import { RECENT_DAYS } from "../connect-message/connect-message.store"
import { deleteInParts, type Db } from "../db/db"

/** What the past leaves behind that nobody reads any more, by its table. `:days` is how long the store wants to know of it. */
const PAST: Record<string, string> = {
  // One that was used stays: it says that a guest asked for the roles themselves.
  discord_claim: `claimed_at is null and expires_at < now() - :days * interval '1 day'`,
  // As long as an order stands, or is young enough for a message, its row keeps it from being asked twice.
  discord_connect_message: `next_attempt_at is null and created_at < now() - :days * interval '1 day'
    and not exists (
      select 1 from discord_entitlement e
       where e.source = 'order' and e.source_id = discord_connect_message.order_id and e.deleted_at is null
         and (e.ends_at is null or e.ends_at > now()
              or e.starts_at > now() - ${RECENT_DAYS} * interval '1 day'))`,
  discord_incident: `closing_told_at is not null and closed_at < now() - :days * interval '1 day'`,
  // Those of a reconcile go when the server is compared anew; one that was stopped can be gone on with.
  discord_sync_run: `kind in ('role_mapping', 'order_backfill') and status in ('completed', 'failed')
    and finished_at < now() - :days * interval '1 day'
    and not exists (
      select 1 from discord_membership m
       where m.sync_run_id = discord_sync_run.id and m.status = 'due' and m.deleted_at is null)`,
  // Left by processes that were killed. Those of chores tell when they were done, those of lanes are looked after by the engine.
  discord_lease: `begun_at is null and not starts_with(id, 'lane:') and expires_at < now() - interval '1 day'`,
}

/** Forgets what nobody reads any more. @returns how many rows */
export async function forgetPast(db: Db, days: number): Promise<number> {
  let forgotten = 0
  for (const [table, where] of Object.entries(PAST)) {
    forgotten += await deleteInParts(db, table, where, { days })
  }
  return forgotten
}
