import { rows, type Db } from "./db"

/** Rows deleted in one statement: few enough to hold no lock for long. */
const CHUNK = 5_000

/** Forgets entries of the activity log that are older than a number of days. @returns how many */
export async function pruneActivity(db: Db, days: number): Promise<number> {
  let pruned = 0
  for (;;) {
    const gone = await rows(
      db,
      `delete from discord_activity_entry where id in (
         select id from discord_activity_entry
          where created_at < now() - :days * interval '1 day' limit :chunk)
       returning id`,
      { days, chunk: CHUNK },
    )
    pruned += gone.length
    if (gone.length < CHUNK) {
      return pruned
    }
  }
}
