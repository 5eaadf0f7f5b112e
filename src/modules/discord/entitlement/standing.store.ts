/**
 * SQL for whether an entitlement still gives its roles: it is not suspended, and it has no end, or the end is to come, or time
 * ran out and the grace lasts. What somebody ended or suspended has no grace.
 *
 * @param entitlement alias of `discord_entitlement`
 * @param graceHours SQL for the server's grace, in hours
 */
export function standingSql(entitlement: string, graceHours: string): string {
  const e = entitlement
  return `(${e}.suspended_at is null and (${e}.ends_at is null or ${e}.ends_at > now()
    or (${e}.ended_reason is null and ${e}.ends_at > now() - cast(${graceHours} as int) * interval '1 hour')))`
}

/**
 * SQL for whether somebody has a right to a variant now, whatever grace a server leaves its roles afterwards.
 *
 * @param entitlement alias of `discord_entitlement`
 */
export function activeSql(entitlement: string): string {
  const e = entitlement
  return `(${e}.suspended_at is null and (${e}.ends_at is null or ${e}.ends_at > now()))`
}

/**
 * SQL for whether an order gives nothing by itself, since it pays for a subscription: that says how long the access lasts. An
 * order that names its subscription was made by it, with all that is on it, be it a variant that the subscription is not of yet;
 * of one that the subscription names, other variants were bought beside it.
 *
 * @param entitlement alias of `discord_entitlement`
 * @param owned name of a query with all entitlements of its customer: what was read once is not looked for again
 */
export function coveredSql(entitlement: string, owned: string): string {
  const e = entitlement
  return `(${e}.source = 'order' and exists (
    select 1 from ${owned} s where ${paysForSql(e, "s")}))`
}

/**
 * The same for many customers at once: the ids of the orders in `owned` that give nothing by themselves.
 *
 * @param owned name of a query with all entitlements of its customers
 */
export function coveredIdsSql(owned: string): string {
  return `select e.id from ${owned} e join ${owned} s on ${paysForSql("e", "s")} where e.source = 'order'`
}

function paysForSql(order: string, subscription: string): string {
  const [e, s] = [order, subscription]
  return `(${s}.customer_id = ${e}.customer_id and ${s}.source = 'subscription' and ${s}.deleted_at is null
    and (${e}.subscription_ids @> to_jsonb(${s}.source_id)
      or (${s}.variant_id = ${e}.variant_id and ${s}.order_ids @> to_jsonb(${e}.source_id))))`
}

/**
 * What `desiredRoles` asks of an entitlement `e` by a mapping `m`. A mapping's access length is for what is bought once: a
 * subscription or a grant says itself how long it lasts.
 */
export const CLAIM_COLUMNS = `e.id as entitlement_id, e.source || ' ' || e.source_id as reason,
  e.starts_at, e.ends_at, e.ended_reason, e.quantity, e.suspended_at is not null as suspended,
  case when e.source = 'order' then m.access_days end as access_days`
