import { rows, type Db } from "../db/db"
import { coveredSql } from "./standing.store"

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

/** A variant that an order gives anew. */
export interface BoughtVariant {
  order_id: string
  customer_id: string
  variant_id: string
}

/** A subscription, and the source that knows it. */
export interface KnownSubscription {
  provider: string
  source_id: string
}

/**
 * Subscriptions to what an order gives its customer that are not known to be paid by it, as long as nothing of the order is
 * written down: it may be a renewal that they have not told of yet.
 */
export async function listSubscriptionsBeside(
  db: Db,
  bought: readonly BoughtVariant[],
): Promise<KnownSubscription[]> {
  return bought.length === 0
    ? []
    : rows(
        db,
        `select distinct s.provider, s.source_id
           from jsonb_to_recordset(cast(:bought as jsonb)) as b (order_id text, customer_id text, variant_id text)
           join discord_entitlement s on s.customer_id = b.customer_id and s.variant_id = b.variant_id
          where s.source = 'subscription' and s.provider is not null and s.deleted_at is null
            and not coalesce(s.order_ids @> to_jsonb(b.order_id), false)
            and not exists (
              select 1 from discord_entitlement e
               where e.source = 'order' and e.source_id = b.order_id and e.variant_id = b.variant_id
                 and e.ended_reason is null and e.deleted_at is null)
          order by s.provider, s.source_id`,
        { bought: JSON.stringify(bought) },
      )
}

/** Whether all that an order gives is a subscription's: whoever pays for the next month waits for nothing. */
export async function isRenewal(
  db: Db,
  { source, source_id }: { source: string; source_id: string },
): Promise<boolean> {
  if (source !== "order") {
    return false
  }
  const own = await rows(
    db,
    `select 1 from discord_entitlement e
      where e.source = 'order' and e.source_id = :source_id and e.deleted_at is null
        and not ${coveredSql("e", "discord_entitlement")}
      limit 1`,
    { source_id },
  )
  return own.length === 0
}
