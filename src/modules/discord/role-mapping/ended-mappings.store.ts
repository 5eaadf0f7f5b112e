import { say } from "../../../messages"
import { rows, type Db } from "../db/db"
import { writeActivity } from "../activity/activity.store"
import { lockVariants } from "../db/advisory-locks"
import { givesSql, momentAfterPurchases, offeredSql } from "./mapping-terms.store"

const KEPT_DAYS = 30

/**
 * Ends the mappings of variants that were deleted: offered no more, but what was bought keeps what it gives, as long as it
 * is owned. Nothing changes for anyone, so nobody is marked.
 *
 * @returns how many mappings
 */
export async function endMappings(db: Db, variantIds: string[]): Promise<number> {
  return db.transaction(async (tx) => {
    await lockVariants(tx, variantIds)
    const ended = await rows<{ variant_id: string; role_id: string; server_id: string }>(
      tx,
      `update discord_role_mapping m set offered_until = :now, updated_at = now()
         from discord_role r
        where m.variant_id = any(:variant_ids) and m.offered_until is null and r.id = m.role_id
        returning m.variant_id, r.role_id, r.server_id`,
      { variant_ids: variantIds, now: await momentAfterPurchases(tx) },
    )
    await writeActivity(
      tx,
      ended.map(({ variant_id, ...role }) => ({
        ...role,
        action: "role_mapping_changed" as const,
        trigger: variant_id,
        message: say("activity.variant_deleted"),
      })),
    )
    return ended.length
  })
}

/** The variants that give a role to who buys now, of these products or of all. */
export async function mappedVariants(db: Db, productIds: string[] | null): Promise<string[]> {
  const mapped = await rows<{ variant_id: string }>(
    db,
    `select distinct variant_id from discord_role_mapping m
      where ${offeredSql("m")}
        and (cast(:products as text[]) is null or product_id = any(cast(:products as text[])))`,
    { products: productIds },
  )
  return mapped.map((row) => row.variant_id)
}

/** Forgets mappings that are offered no more and that nobody has anything of any more. @returns how many */
export async function dropEnded(db: Db): Promise<number> {
  const dropped = await rows(
    db,
    `delete from discord_role_mapping m
      where m.offered_until < now() - ${KEPT_DAYS} * interval '1 day'
        and not exists (
          select 1 from discord_entitlement e
           where ${givesSql("m", "e")} and e.deleted_at is null
             and (e.ends_at is null or e.ends_at > now() - ${KEPT_DAYS} * interval '1 day'))
      returning m.id`,
  )
  return dropped.length
}
