import { rows, type Db } from "../db/db"
import { activeSql, coveredSql } from "../entitlement/standing.store"
import { CHANGE_SQL } from "./mapping-change.store"
import { LINKS_SQL, ownsSql } from "../account/ownership.store"
import { BOUGHT_SQL } from "./mapping-terms.store"
import type { MappingTerms, Touched } from "./mapping-touch.rules"

/** Customers named for each role: enough to recognise a mistake by, however many there are. */
const NAMED = 20

export interface ServerPreview {
  server_id: string
  server_name: string
  members: number
  gaining: number
  losing: number
}

/** Somebody whom an edit would give a role, or take one from. */
export interface PreviewCustomer {
  customer_id: string
  discord_user_id: string
  username: string
  global_name: string | null
}

export interface RolePreview {
  /** Discord's id. */
  role_id: string
  name: string
  color: number
  server_id: string
  server_name: string
  gaining: number
  losing: number
  gaining_customers: PreviewCustomer[]
  losing_customers: PreviewCustomer[]
}

export interface ChangePreview {
  servers: ServerPreview[]
  roles: RolePreview[]
}

/** Whom an edit concerns of those who own the variants now: connected customers by their account, and how many are not connected. */
export async function countOwners(
  db: Db,
  { variant_ids, bought_from, bought_until }: Touched,
): Promise<{ customers: number; unlinked_customers: number }> {
  const [count] = await rows<{ customers: number; unlinked_customers: number }>(
    db,
    `select count(distinct l.account_id)::int as customers,
            count(distinct e.customer_id) filter (
              where l.account_id is null and not ${coveredSql("e", "discord_entitlement")})::int as unlinked_customers
       from discord_entitlement e
       left join ${LINKS_SQL} l on ${ownsSql("l", "e")}
      where e.variant_id = any(:variant_ids) and e.deleted_at is null
        and ${activeSql("e")} and ${BOUGHT_SQL}`,
    { variant_ids, bought_from, bought_until },
  )
  return count ?? { customers: 0, unlinked_customers: 0 }
}

/** Who gains or loses the role `r`: the first by the time they connected, each by the customer an admin would look for. */
const NAMED_SQL = (direction: "gains" | "loses") => `coalesce((
         select json_agg(json_build_object(
                  'customer_id', l.customer_id, 'discord_user_id', a.discord_user_id,
                  'username', a.username, 'global_name', a.global_name) order by named.place)
           from named
           join discord_account a on a.id = named.account_id
          cross join lateral (
            (select customer_id from discord_account_link
              where account_id = a.id and deleted_at is null
              order by registered desc, created_at, id limit 1)
            union all
            select customer_id from discord_order_link
             where account_id = a.id and deleted_at is null
            limit 1) l
          where named.role_id = r.id and named.${direction}), '[]')`

/**
 * What would change for the owners of some variants if these gave other roles, server by server and role by role, of one moment.
 * A role that another variant of theirs gives too is neither gained nor lost.
 *
 * @param wanted all that the variants would give, by the stored roles' ids
 * @param touched whom it concerns
 * @param serverIds servers whose roles differ
 */
export async function previewChange(
  db: Db,
  { variant_ids, bought_from, bought_until }: Touched,
  wanted: readonly MappingTerms[],
  serverIds: string[],
): Promise<ChangePreview> {
  const [found] = await rows<ChangePreview>(
    db,
    `with ${CHANGE_SQL},
     ranked as materialized (
       select account_id, role_id, gains, loses,
              row_number() over (partition by role_id, gains order by account_id) as place
         from change where gains or loses),
     named as materialized (
       select account_id, role_id, gains, loses, place from ranked where place <= ${NAMED}),
     server as (
       select s.id as server_id, s.name as server_name,
              (select count(*)::int from account) as members,
              count(distinct ranked.account_id) filter (where ranked.gains)::int as gaining,
              count(distinct ranked.account_id) filter (where ranked.loses)::int as losing
         from discord_server s
         left join discord_role r on r.server_id = s.id
         left join ranked on ranked.role_id = r.id
        where s.id = any(:server_ids)
        group by s.id, s.name),
     counted as (
       select role_id, count(*) filter (where gains)::int as gaining,
              count(*) filter (where loses)::int as losing
         from ranked group by role_id),
     role as (
       select r.role_id, r.name, r.color, s.id as server_id, s.name as server_name,
              counted.gaining, counted.losing,
              ${NAMED_SQL("gains")} as gaining_customers,
              ${NAMED_SQL("loses")} as losing_customers
         from counted
         join discord_role r on r.id = counted.role_id
         join discord_server s on s.id = r.server_id
        where s.id = any(:server_ids)
        order by s.name, r.position desc, r.role_id)
     select coalesce((select json_agg(server order by server.server_name) from server), '[]') as servers,
            coalesce((select json_agg(role) from role), '[]') as roles`,
    {
      variant_ids,
      bought_from,
      bought_until,
      wanted: JSON.stringify(wanted),
      server_ids: serverIds,
    },
  )
  return found ?? { servers: [], roles: [] }
}
