import { rows, type Db } from "../db/db"

/**
 * SQL for when somebody bought what an entitlement gives: when its order was placed, its subscription or its manual access
 * began, or, where that is to come, when the store heard of it. Neither moves when the record is read again or renewed.
 *
 * @param entitlement alias of `discord_entitlement`
 */
function boughtSql(entitlement: string): string {
  return `least(${entitlement}.starts_at, ${entitlement}.created_at)`
}

/**
 * SQL for whether an entitlement was bought in a time.
 *
 * @param entitlement alias of `discord_entitlement`
 * @param from SQL of its first moment; null there = ever since
 * @param until SQL of the first moment after it; null there = for ever
 */
function boughtWithinSql(entitlement: string, from: string, until: string): string {
  const bought = boughtSql(entitlement)
  return `((${from} is null or ${bought} >= ${from}) and (${until} is null or ${bought} < ${until}))`
}

/** SQL for whether an entitlement `e` was bought in the time of the bindings `bought_from` and `bought_until`. */
export const BOUGHT_SQL = boughtWithinSql(
  "e",
  "cast(:bought_from as timestamptz)",
  "cast(:bought_until as timestamptz)",
)

/**
 * SQL for whether a mapping gives its role for an entitlement: it is of the same variant, and was offered when that was bought.
 *
 * @param mapping alias of `discord_role_mapping`, or of what has its columns
 * @param entitlement alias of `discord_entitlement`
 */
export function givesSql(mapping: string, entitlement: string): string {
  const m = mapping
  const isOffered = boughtWithinSql(entitlement, `${m}.offered_from`, `${m}.offered_until`)
  return `(${m}.variant_id = ${entitlement}.variant_id and ${m}.deleted_at is null and ${isOffered})`
}

/**
 * SQL for whether a mapping gives its role to who buys now.
 *
 * @param mapping alias of `discord_role_mapping`
 */
export function offeredSql(mapping: string): string {
  return `(${mapping}.deleted_at is null and ${mapping}.offered_until is null)`
}

/**
 * The moment at which an edit of mappings parts earlier purchases from new ones. To be read once nobody can buy the variants
 * meanwhile (see `lockVariants`): all that is stored of purchases is earlier, to the millisecond that a `Date` can tell.
 */
export async function momentAfterPurchases(tx: Db): Promise<Date> {
  const [moment] = await rows<{ now: Date }>(
    tx,
    `select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as now`,
  )
  if (!moment) {
    throw new Error("PostgreSQL did not tell the time")
  }
  return moment.now
}
