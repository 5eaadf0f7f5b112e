import { newId, rows, type Db } from "./db"

/**
 * Writes into the activity log why a source cannot be understood: the same words once a day, however many records and sweeps
 * meet them.
 *
 * @returns whether it was news
 */
export async function noteSourceFailure(
  db: Db,
  trigger: string,
  message: string,
): Promise<boolean> {
  const told = await rows(
    db,
    `insert into discord_activity_entry (id, action, trigger, message)
     select :id, 'source_failed', :trigger, :message
      where not exists (
        select 1 from discord_activity_entry
         where action = 'source_failed' and message = :message and created_at > now() - interval '1 day')
     returning id`,
    { id: newId("dact"), trigger, message },
  )
  return told.length > 0
}
