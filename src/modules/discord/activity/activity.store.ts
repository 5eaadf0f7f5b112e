import { render, type Message } from "../../../messages"
import { deleteInParts, newIdSql, rows, type Db } from "../db/db"
import type { ActivityAction } from "../statuses.rules"

/** What happened, to be written down. */
export interface NewActivity {
  action: ActivityAction
  trigger?: string | null
  membership_id?: string | null
  server_id?: string | null
  account_id?: string | null
  /** The bulk run that it was part of. */
  sync_run_id?: string | null
  role_id?: string | null
  attempt?: number
  discord_status?: number | null
  discord_code?: string | null
  message?: Message | null
}

/** Takes `:activity`, the JSON of what happened; a part of a larger statement, too. */
export const INSERT_ACTIVITY = `
  insert into discord_activity_entry
    (id, action, trigger, membership_id, server_id, account_id, sync_run_id, role_id, attempt,
     discord_status, discord_code, message, message_detail)
  select ${newIdSql("dact")}, action, trigger, membership_id, server_id, account_id, sync_run_id, role_id,
         coalesce(attempt, 1), discord_status, discord_code, message, message_detail
    from jsonb_to_recordset(cast(:activity as jsonb))
      as t(action text, trigger text, membership_id text, server_id text, account_id text,
           sync_run_id text, role_id text, attempt integer, discord_status integer, discord_code text, message text, message_detail jsonb)`

/** In English as well: for who reads the table, and for versions that know no codes. */
export function activityJson(entries: readonly NewActivity[]): string {
  const written = entries.map(({ message, ...entry }) => ({
    ...entry,
    message: message ? render(message) : null,
    message_detail: message ?? null,
  }))
  return JSON.stringify(written)
}

export async function writeActivity(db: Db, entries: NewActivity[]): Promise<void> {
  await rows(db, INSERT_ACTIVITY, { activity: activityJson(entries) })
}

/** Forgets entries of the activity log that are older than a number of days. @returns how many */
export async function pruneActivity(db: Db, days: number): Promise<number> {
  const where = `created_at < now() - :days * interval '1 day'`
  return deleteInParts(db, "discord_activity_entry", where, { days })
}
