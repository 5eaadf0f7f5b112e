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

/** A mapping's access length is for what is bought once: a subscription or a grant says itself how long it lasts. */
export const ACCESS_DAYS = "case when e.source = 'order' then m.access_days end"
