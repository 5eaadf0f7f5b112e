import { columnsOf, type Message } from "../../../messages"
import { newId, rows, type Db } from "../db/db"

/**
 * Writes into the activity log why a source cannot be understood: the same words once a day, however many records and sweeps
 * meet them.
 *
 * @returns whether it was news
 */
export async function noteSourceFailure(
  db: Db,
  trigger: string,
  message: Message,
): Promise<boolean> {
  const told = await rows(
    db,
    `insert into discord_activity_entry (id, action, trigger, message, message_detail)
     select :id, 'source_failed', :trigger, :words, cast(:detail as jsonb)
      where not exists (
        select 1 from discord_activity_entry
         where action = 'source_failed' and message = :words and deleted_at is null
           and created_at > now() - interval '1 day')
     returning id`,
    {
      id: newId("dact"),
      trigger,
      ...columnsOf(message),
    },
  )
  return told.length > 0
}
