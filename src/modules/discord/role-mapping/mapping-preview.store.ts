import { rows, type Db } from "../db/db"
import { activeSql } from "../entitlement/standing.store"

/** "This variant gives this role": the stored role's id. */
export interface PreviewMapping {
  variant_id: string
  role_id: string
}

export interface ServerPreview {
  server_id: string
  server_name: string
  members: number
  gaining: number
  losing: number
}

/** Who owns some variants now: connected customers by their account, and how many are not connected. */
export async function countOwners(
  db: Db,
  variantIds: string[],
): Promise<{ customers: number; unlinked_customers: number }> {
  const [count] = await rows<{ customers: number; unlinked_customers: number }>(
    db,
    `select count(distinct l.account_id)::int as customers,
            count(distinct e.customer_id) filter (where l.account_id is null)::int as unlinked_customers
       from discord_entitlement e
       left join discord_account_link l on l.customer_id = e.customer_id and l.deleted_at is null
      where e.variant_id = any(:variant_ids) and e.deleted_at is null
        and ${activeSql("e")}`,
    { variant_ids: variantIds },
  )
  return count ?? { customers: 0, unlinked_customers: 0 }
}

/**
 * What would change for the owners of some variants if these gave other roles: a role that another variant of theirs gives too
 * is neither gained nor lost.
 *
 * @param wanted what the variants would give
 * @param serverIds servers whose roles differ
 */
export async function previewServers(
  db: Db,
  variantIds: string[],
  wanted: PreviewMapping[],
  serverIds: string[],
): Promise<ServerPreview[]> {
  return rows(
    db,
    `with account as materialized (
       select distinct l.account_id
         from discord_entitlement e
         join discord_account_link l on l.customer_id = e.customer_id and l.deleted_at is null
        where e.variant_id = any(:variant_ids) and e.deleted_at is null
          and ${activeSql("e")}),
     owned as materialized (
       select distinct account.account_id, e.variant_id
         from account
         join discord_account_link l on l.account_id = account.account_id and l.deleted_at is null
         join discord_entitlement e on e.customer_id = l.customer_id and e.deleted_at is null
        where ${activeSql("e")}),
     stored as (
       select m.variant_id, m.role_id from discord_role_mapping m where m.deleted_at is null),
     wanted as (
       select variant_id, role_id
         from jsonb_to_recordset(cast(:wanted as jsonb)) as w(variant_id text, role_id text)
       union
       select variant_id, role_id from stored where not (variant_id = any(:variant_ids))),
     before as (
       select distinct owned.account_id, stored.role_id
         from owned join stored on stored.variant_id = owned.variant_id),
     after as (
       select distinct owned.account_id, wanted.role_id
         from owned join wanted on wanted.variant_id = owned.variant_id),
     change as (
       select coalesce(before.account_id, after.account_id) as account_id,
              coalesce(before.role_id, after.role_id) as role_id,
              before.role_id is null as gains, after.role_id is null as loses
         from before full join after
           on after.account_id = before.account_id and after.role_id = before.role_id)
     select s.id as server_id, s.name as server_name,
            (select count(*)::int from account) as members,
            count(distinct change.account_id) filter (where change.gains)::int as gaining,
            count(distinct change.account_id) filter (where change.loses)::int as losing
       from discord_server s
       left join discord_role r on r.server_id = s.id
       left join change on change.role_id = r.id and (change.gains or change.loses)
      where s.id = any(:server_ids)
      group by s.id, s.name
      order by s.name`,
    { variant_ids: variantIds, wanted: JSON.stringify(wanted), server_ids: serverIds },
  )
}
