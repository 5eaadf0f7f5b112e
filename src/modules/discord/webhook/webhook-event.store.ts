import { newId, rows, type Db } from "../db/db"

/** Far longer than Discord tries, or a signature is taken. */
const REMEMBERED = "interval '1 day'"

/**
 * Writes down that an event was handled.
 *
 * @param tx the transaction that does what it asks for: both stand, or neither
 * @returns false when it was handled before, be it by another process
 */
export async function noteWebhookEvent(tx: Db, event_key: string): Promise<boolean> {
  const noted = await rows(
    tx,
    `insert into discord_webhook_event (id, event_key) values (:id, :event_key)
     on conflict (event_key) where deleted_at is null do nothing returning id`,
    { id: newId("dwhe"), event_key },
  )
  return noted.length > 0
}

/** Forgets events that cannot come again. */
export async function forgetWebhookEvents(db: Db): Promise<void> {
  await rows(
    db,
    `delete from discord_webhook_event where created_at < now() - ${REMEMBERED} and deleted_at is null`,
  )
}
