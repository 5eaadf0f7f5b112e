import { newIdSql, rows, type Db } from "../../db/db"
import type { CallHour } from "./call-hours.rules"

/** After this nobody wants to know any more: the chart shows a day. */
const REMEMBERED = "interval '3 days'"

/** Adds to what all processes have counted, and clears away what is old. */
export async function addCalls(db: Db, hours: readonly CallHour[]): Promise<void> {
  await rows(
    db,
    `with gone as (
       delete from discord_call_hour where begins_at < now() - ${REMEMBERED})
     insert into discord_call_hour (id, begins_at, calls, refused, rate_limited, failed)
     select ${newIdSql("dhour")}, to_timestamp(begins_at / 1000), calls, refused, rate_limited, failed
       from jsonb_to_recordset(cast(:hours as jsonb))
         as h (begins_at bigint, calls int, refused int, rate_limited int, failed int)
      order by begins_at
     on conflict (begins_at) where deleted_at is null do update set
       calls = discord_call_hour.calls + excluded.calls,
       refused = discord_call_hour.refused + excluded.refused,
       rate_limited = discord_call_hour.rate_limited + excluded.rate_limited,
       failed = discord_call_hour.failed + excluded.failed,
       updated_at = now()`,
    { hours: JSON.stringify(hours) },
  )
}

/** @param since Unix ms */
export async function listCallHours(db: Db, since: number): Promise<CallHour[]> {
  return rows(
    db,
    `select cast(extract(epoch from begins_at) * 1000 as float) as begins_at,
            calls, refused, rate_limited, failed
       from discord_call_hour where begins_at >= :since and deleted_at is null`,
    { since: new Date(since) },
  )
}
