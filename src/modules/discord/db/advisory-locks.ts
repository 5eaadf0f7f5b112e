import { rows, type Db } from "./db"

/** Whose advisory locks these are: the first of two keys, the second is the hash of an id. */
const CUSTOMER = 724_001
const VARIANT = 724_002
const SOURCE = 724_003

/*
 * What a customer owns, who they are in Discord and what a variant gives are written by different transactions, and each
 * marks the memberships that the others' rows lead to. Two at once would not see each other's rows, and a membership that
 * only both together lead to would never be marked. So those that meet in a customer or a variant wait for each other: each holds
 * an advisory lock until it has committed. Locks are taken in one order (a source, then customers, then variants, by hash),
 * and before any row of theirs is written, hence no deadlock.
 */

/** What is stored of one order, subscription or reference is written by one at a time until the transaction ends. */
export async function lockSource(tx: Db, sourceId: string): Promise<void> {
  await takeLocks(tx, "pg_advisory_xact_lock", SOURCE, [sourceId])
}

/** The same for several at once: what an order pays for may come from a subscription. */
export async function lockSources(tx: Db, sourceIds: readonly string[]): Promise<void> {
  await takeLocks(tx, "pg_advisory_xact_lock", SOURCE, sourceIds)
}

/** What these customers own of these variants is about to change. */
export async function lockOwned(
  tx: Db,
  owned: readonly { customer_id: string; variant_id: string }[],
): Promise<void> {
  await lockCustomers(
    tx,
    owned.map(({ customer_id }) => customer_id),
  )
  await lockVariantsShared(
    tx,
    owned.map(({ variant_id }) => variant_id),
  )
}

/** The customers' purchases and links wait for each other until the transaction ends. */
async function lockCustomers(tx: Db, customerIds: readonly string[]): Promise<void> {
  await takeLocks(tx, "pg_advisory_xact_lock", CUSTOMER, customerIds)
}

/** What these variants give does not change until the transaction ends. */
async function lockVariantsShared(tx: Db, variantIds: readonly string[]): Promise<void> {
  await takeLocks(tx, "pg_advisory_xact_lock_shared", VARIANT, variantIds)
}

/** Nobody buys these variants, and no owner of them is linked, until the transaction ends. */
export async function lockVariants(tx: Db, variantIds: readonly string[]): Promise<void> {
  await takeLocks(tx, "pg_advisory_xact_lock", VARIANT, variantIds)
}

/** Customers' links are about to change: their purchases wait, and so do mappings of what they own. */
export async function lockOwners(tx: Db, customerIds: readonly string[]): Promise<void> {
  await lockCustomers(tx, customerIds)
  const owned = await rows<{ variant_id: string }>(
    tx,
    `select distinct variant_id from discord_entitlement
      where customer_id = any(:customer_ids) and deleted_at is null
        and (ends_at is null or ends_at > now() or ended_reason is null)`,
    { customer_ids: customerIds },
  )
  await lockVariantsShared(
    tx,
    owned.map((row) => row.variant_id),
  )
}

async function takeLocks(
  tx: Db,
  lock: "pg_advisory_xact_lock" | "pg_advisory_xact_lock_shared",
  space: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) {
    await rows(
      tx,
      `select ${lock}(:space, place) from
         (select distinct hashtext(id) as place from unnest(cast(:ids as text[])) as id
           order by place) as places`,
      { space, ids },
    )
  }
}
