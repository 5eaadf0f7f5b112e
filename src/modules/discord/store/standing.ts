/**
 * SQL for whether an entitlement still gives its roles: it has no end, or the end is to come, or time ran out and the grace
 * lasts. What somebody ended has no grace.
 *
 * @param entitlement alias of `discord_entitlement`
 * @param graceHours SQL for the server's grace, in hours
 */
export function standingSql(entitlement: string, graceHours: string): string {
  const e = entitlement
  return `(${e}.ends_at is null or ${e}.ends_at > now()
    or (${e}.ended_reason is null and ${e}.ends_at > now() - cast(${graceHours} as int) * interval '1 hour'))`
}

/**
 * SQL for whether an order gives nothing by itself, since it pays for a subscription: that says how long the access lasts.
 *
 * @param entitlement alias of `discord_entitlement`
 * @param owned name of a query with all entitlements of its customer: what was read once is not looked for again
 */
export function coveredSql(entitlement: string, owned: string): string {
  const e = entitlement
  return `(${e}.source = 'order' and exists (
    select 1 from ${owned} s
     where s.customer_id = ${e}.customer_id and s.source = 'subscription' and s.variant_id = ${e}.variant_id
       and s.order_ids @> to_jsonb(${e}.source_id) and s.deleted_at is null))`
}

/** A mapping's access length is for what is bought once: a subscription or a grant says itself how long it lasts. */
export const ACCESS_DAYS = "case when e.source = 'order' then m.access_days end"
