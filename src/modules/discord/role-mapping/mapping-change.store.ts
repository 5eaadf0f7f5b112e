import { activeSql, coveredSql } from "../entitlement/standing.store"
import { LINKS_SQL, ownsSql } from "../account/ownership.store"
import { BOUGHT_SQL, givesSql } from "./mapping-terms.store"

/** Further than any calendar goes that PostgreSQL can add days to. */
const MAX_DAYS = 2_900_000

/**
 * SQL of what would change for those who own some variants if these gave other roles: `account` are the owners, `change` has a
 * line for each role that one of them holds a right to before or after. Bindings: `variant_ids`, `wanted` as JSON, and the time in
 * which those bought whom it concerns, `bought_from` and `bought_until`.
 */
export const CHANGE_SQL = `account as materialized (
       select distinct l.account_id
         from discord_entitlement e
         join ${LINKS_SQL} l on ${ownsSql("l", "e")}
        where e.variant_id = any(:variant_ids) and e.deleted_at is null
          and ${activeSql("e")} and ${BOUGHT_SQL}),
     owned as materialized (
       select account.account_id, e.id, e.variant_id, e.source, e.starts_at, e.created_at, e.quantity
         from account
         join ${LINKS_SQL} l on l.account_id = account.account_id
         join discord_entitlement e on ${ownsSql("l", "e")} and e.deleted_at is null
        where ${activeSql("e")} and e.starts_at <= now()
          and not ${coveredSql("e", "discord_entitlement")}),
     stored as (
       select variant_id, role_id, access_days, offered_from, offered_until, deleted_at
         from discord_role_mapping),
     wanted as (
       select variant_id, role_id, access_days, offered_from, offered_until, deleted_at
         from jsonb_to_recordset(cast(:wanted as jsonb))
           as w(variant_id text, role_id text, access_days int, offered_from timestamptz,
                offered_until timestamptz, deleted_at timestamptz)
       union all
       select * from stored where not (variant_id = any(:variant_ids))),
     before as (${heldSql("stored")}),
     after as (${heldSql("wanted")}),
     change as materialized (
       select coalesce(before.account_id, after.account_id) as account_id,
              coalesce(before.role_id, after.role_id) as role_id,
              before.role_id is null as gains, after.role_id is null as loses
         from before full join after
           on after.account_id = before.account_id and after.role_id = before.role_id)`

/**
 * Who has a right to which role now, as `desiredRoles` has it: purchases with an access length follow one another, so the days
 * of a purchase and of all after it count from its start. In a server that is disconnected nothing is given or taken.
 *
 * @param mappings name of a query with what `discord_role_mapping` says of a variant, a role, days and times
 */
function heldSql(mappings: string): string {
  return `select claim.account_id, claim.role_id
         from (
           select owned.account_id, m.role_id, owned.starts_at, s.grace_hours,
                  case when owned.source = 'order' then m.access_days end as days,
                  sum(case when owned.source = 'order'
                        then cast(m.access_days as bigint) * owned.quantity end) over (
                    partition by owned.account_id, m.role_id
                    order by owned.starts_at desc, owned.id desc) as days_from_here
             from owned
             join ${mappings} m on ${givesSql("m", "owned")}
             join discord_role r on r.id = m.role_id and r.deleted_at is null
             join discord_server s on s.id = r.server_id and s.deleted_at is null
              and s.status <> 'disconnected') claim
        where claim.days is null
           or claim.starts_at + cast(least(claim.days_from_here, ${MAX_DAYS}) as float8) * interval '1 day'
              + claim.grace_hours * interval '1 hour' > now()
        group by claim.account_id, claim.role_id`
}
