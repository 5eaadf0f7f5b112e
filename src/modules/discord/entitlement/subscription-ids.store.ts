import { rows, type Db } from "../db/db"

/** Ids of the subscriptions of a source that gave something. */
export async function listSubscriptionIds(db: Db, provider: string): Promise<string[]> {
  const found = await rows<{ source_id: string }>(
    db,
    `select distinct source_id from discord_entitlement
      where source = 'subscription' and provider = :provider and deleted_at is null
      order by source_id`,
    { provider },
  )
  return found.map(({ source_id }) => source_id)
}
