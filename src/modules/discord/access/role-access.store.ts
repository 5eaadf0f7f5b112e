import type { Message } from "../../../messages"
import type { RoleClaim } from "../membership/desired-roles.rules"
import type {
  ActivityAction,
  EntitlementSource,
  GrantOrigin,
  ServerStatus,
  SuspensionReason,
} from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { CLAIM_COLUMNS } from "../entitlement/standing.store"
import { LINKS_SQL, ownsSql } from "../account/ownership.store"
import { givesSql } from "../role-mapping/mapping-terms.store"

/** Whose access is looked at: Discord accounts with all their customers, and customers without an account. */
export interface Owners {
  account_ids: string[]
  customer_ids: string[]
}

/** An entitlement, ended ones too, and one role that its variant gives. */
export interface AccessClaim extends RoleClaim {
  /** The account, or the customer who has none: whose desired roles it counts towards. */
  owner_id: string
  mapping_id: string
  role_name: string
  color: number
  position: number
  server_id: string
  guild_id: string
  server_name: string
  server_icon: string | null
  server_status: ServerStatus
}

/** Everything the owners' entitlements give or gave, highest role first. */
export async function readClaims(db: Db, owners: Owners): Promise<AccessClaim[]> {
  return rows<AccessClaim>(
    db,
    `with owner as materialized (
       select l.account_id as id, l.customer_id, l.order_id from ${LINKS_SQL} l
        where l.account_id = any(:account_ids)
       union
       select c.id, c.id, null from unnest(cast(:customer_ids as text[])) as c(id)),
     owned as materialized (
       select owner.id as owner_id, e.*
         from owner join discord_entitlement e on ${ownsSql("owner", "e")}
        where e.deleted_at is null)
     select e.owner_id, ${CLAIM_COLUMNS}, s.grace_hours, m.id as mapping_id,
            r.role_id, r.name as role_name, r.color, r.position,
            s.id as server_id, s.guild_id, s.name as server_name, s.icon as server_icon,
            s.status as server_status
       from owned e
       join discord_role_mapping m on ${givesSql("m", "e")}
       join discord_role r on r.id = m.role_id and r.deleted_at is null
       join discord_server s on s.id = r.server_id and s.deleted_at is null
      order by s.name, r.position desc, e.starts_at, e.id`,
    { ...owners },
  )
}

/** A role of the ledger, with the name it has or had. */
export interface LedgerRole {
  membership_id: string
  role_id: string
  role_name: string
  color: number
  origin: GrantOrigin
  confirmed: boolean
}

export async function readLedger(db: Db, membershipIds: string[]): Promise<LedgerRole[]> {
  return rows<LedgerRole>(
    db,
    `select g.membership_id, g.role_id, g.origin, g.confirmed,
            coalesce(r.name, g.role_id) as role_name, coalesce(r.color, 0) as color
       from discord_role_grant g
       left join discord_role r on r.role_id = g.role_id and r.deleted_at is null
      where g.membership_id = any(:ids) and g.deleted_at is null
      order by r.position desc nulls last, g.role_id`,
    { ids: membershipIds },
  )
}

/** The last thing Discord said about a member's role. */
export interface RoleAnswer {
  membership_id: string
  role_id: string
  action: ActivityAction
  discord_status: number | null
  discord_code: string | null
  message: string | null
  message_detail: Message | null
  at: Date
}

export async function readLastAnswers(db: Db, membershipIds: string[]): Promise<RoleAnswer[]> {
  return rows<RoleAnswer>(
    db,
    `select distinct on (membership_id, role_id)
            membership_id, role_id, action, discord_status, discord_code, message, message_detail,
            created_at as at
       from discord_activity_entry
      where membership_id = any(:ids) and role_id is not null and discord_status is not null
        and deleted_at is null
      order by membership_id, role_id, created_at desc, id desc`,
    { ids: membershipIds },
  )
}

export interface EntitlementRow {
  id: string
  source: EntitlementSource
  source_id: string
  provider: string | null
  actor_id: string | null
  note: string | null
  variant_id: string
  customer_id: string
  starts_at: Date
  ends_at: Date | null
  ended_reason: string | null
  quantity: number
  suspended_at: Date | null
  suspended_reason: SuspensionReason | null
  suspended_note: string | null
  suspended_by: string | null
}

const ENTITLEMENT_COLUMNS = `id, source, source_id, provider, actor_id, note, variant_id,
  customer_id, starts_at, ends_at, ended_reason, quantity,
  suspended_at, suspended_reason, suspended_note, suspended_by`

/** All that a customer has, and what is the same Discord user's, newest first. @param accountId null = not connected */
export async function entitlementsOfCustomer(
  db: Db,
  customerId: string,
  accountId: string | null,
): Promise<EntitlementRow[]> {
  return rows(
    db,
    `select ${ENTITLEMENT_COLUMNS} from discord_entitlement
      where id in (
        select id from discord_entitlement
         where customer_id = :customer_id and deleted_at is null
        union all
        select e.id from ${LINKS_SQL} l
          join discord_entitlement e on ${ownsSql("l", "e")} and e.deleted_at is null
         where l.account_id = :account_id)
      order by starts_at desc, id`,
    { customer_id: customerId, account_id: accountId },
  )
}

export async function entitlementsOfOrder(db: Db, orderId: string): Promise<EntitlementRow[]> {
  return rows(
    db,
    `select ${ENTITLEMENT_COLUMNS} from discord_entitlement
      where source = 'order' and source_id = :id and deleted_at is null
      order by starts_at desc, id`,
    { id: orderId },
  )
}

/** A customer's link, or that of one order of a guest. */
export interface LinkRow {
  customer_id: string
  /** Null = all that the customer has. */
  order_id: string | null
  account_id: string
  linked_at: Date
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  status: "linked" | "token_invalid" | "unlinked"
  scopes: string[]
}

export async function readLinks(db: Db, customerIds: string[]): Promise<LinkRow[]> {
  return rows(
    db,
    `select l.customer_id, l.order_id, a.id as account_id, l.linked_at, a.discord_user_id,
            a.username, a.global_name, a.avatar, a.status, a.scopes
       from (select customer_id, account_id, null as order_id, updated_at as linked_at
               from discord_account_link where deleted_at is null
             union all
             select customer_id, account_id, order_id, updated_at
               from discord_order_link where deleted_at is null) l
       join discord_account a on a.id = l.account_id
      where l.customer_id = any(:ids)
      order by l.order_id nulls first`,
    { ids: customerIds },
  )
}
