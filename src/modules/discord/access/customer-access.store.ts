import { desiredRoles, type RoleClaim } from "../domain/desired-roles"
import type { AccountStatus, MembershipStatus } from "../domain/statuses"
import { rows, type Db } from "./db"
import { ACCESS_DAYS, coveredSql, standingSql } from "./standing"

export interface CustomerAccount {
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  status: AccountStatus
}

/** A role a customer is entitled to now, and how far Discord agrees. */
export interface RoleAccess {
  guild_id: string
  server_name: string
  server_icon: string | null
  role_id: string
  role_name: string
  color: number
  /** Whether the ledger says the member holds it. */
  held: boolean
  /** Null before the membership exists: the customer has not connected Discord. */
  status: MembershipStatus | null
  error_message: string | null
}

type RoleRow = RoleAccess & RoleClaim

export async function readAccount(db: Db, customerId: string): Promise<CustomerAccount | null> {
  const [account] = await rows<CustomerAccount>(
    db,
    `select a.discord_user_id, a.username, a.global_name, a.avatar, a.status
       from discord_account_link l
       join discord_account a on a.id = l.account_id
      where l.customer_id = :customer_id and l.deleted_at is null`,
    { customer_id: customerId },
  )
  return account ?? null
}

/**
 * What a customer should hold now, highest role first, each role once. What the same Discord user claimed as a guest is
 * theirs, too.
 */
export async function readRoleAccess(db: Db, customerId: string, now: Date): Promise<RoleAccess[]> {
  const claims = await rows<RoleRow>(
    db,
    `with mine as materialized (
       select l.account_id from discord_account_link l
        where l.customer_id = :customer_id and l.deleted_at is null),
     customers as materialized (
       select l.customer_id from discord_account_link l
        where l.account_id = (select account_id from mine) and l.deleted_at is null
       union select :customer_id),
     owned as materialized (
       select e.* from discord_entitlement e
        where e.customer_id in (select customer_id from customers) and e.deleted_at is null)
     select s.guild_id, s.name as server_name, s.icon as server_icon,
            r.role_id, r.name as role_name, r.color,
            e.id as entitlement_id, e.source || ' ' || e.source_id as reason,
            e.starts_at, e.ends_at, e.ended_reason, ${ACCESS_DAYS} as access_days, s.grace_hours,
            coalesce(g.confirmed, false) as held, ms.status, ms.error_message
       from owned e
       join discord_role_mapping m on m.variant_id = e.variant_id and m.deleted_at is null
       join discord_role r on r.id = m.role_id and r.deleted_at is null
       join discord_server s on s.id = r.server_id and s.status <> 'disconnected'
       left join mine on true
       left join discord_membership ms on ms.account_id = mine.account_id and ms.server_id = s.id
       left join discord_role_grant g on g.membership_id = ms.id and g.role_id = r.role_id
      where (m.access_days is not null or ${standingSql("e", "s.grace_hours")})
        and not ${coveredSql("e", "owned")}
      order by s.name, r.position desc, e.starts_at, e.id`,
    { customer_id: customerId },
  )
  const { roles } = desiredRoles(claims, now)
  const once = new Map(claims.map((claim) => [claim.role_id, claim]))
  return [...once.values()].filter((claim) => roles.has(claim.role_id))
}
