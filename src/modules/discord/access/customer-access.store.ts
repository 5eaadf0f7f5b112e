import { desiredRoles, endsOfRoles, type RoleClaim } from "../membership/desired-roles.rules"
import type { AccountStatus, MembershipStatus, ServerStatus } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { CLAIM_COLUMNS, coveredSql, standingSql } from "../entitlement/standing.store"
import { LINKS_SQL, ownsSql } from "../account/ownership.store"
import { givesSql } from "../role-mapping/mapping-terms.store"

export interface CustomerAccount {
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  status: AccountStatus
}

/** A role a customer is entitled to now, and how far Discord agrees. */
export interface RoleAccess {
  server_id: string
  guild_id: string
  server_name: string
  server_icon: string | null
  role_id: string
  role_name: string
  color: number
  /** Whether the ledger says the member holds it. */
  held: boolean
  /** Whether a moderator took it, and the server's settings respect that. */
  withheld: boolean
  /** Until when it is had, with the server's grace; null = no end is known. */
  ends_at: Date | null
  server_status: ServerStatus
  /** Null before the customer has connected Discord. */
  membership_id: string | null
  /** Whether Discord last said that they are in the server; null = never asked. */
  in_server: boolean | null
  /** Null before the membership exists: the customer has not connected Discord. */
  status: MembershipStatus | null
  /** Whether the engine will come to it by itself. */
  is_scheduled: boolean
  error_code: string | null
  pending: boolean | null
  /** When Discord last said how the member stands; null = never looked at. */
  last_seen_at: Date | null
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
 *
 * @returns with whether a suspension keeps something from them
 */
export async function readRoleAccess(
  db: Db,
  customerId: string,
  now: Date,
): Promise<{ access: RoleAccess[]; is_on_hold: boolean }> {
  const claims = await rows<RoleRow>(
    db,
    `with mine as materialized (
       select l.account_id from discord_account_link l
        where l.customer_id = :customer_id and l.deleted_at is null),
     links as materialized (
       select l.customer_id, l.order_id from ${LINKS_SQL} l
        where l.account_id = (select account_id from mine)
       union select :customer_id, null),
     owned as materialized (
       select e.*, ${ownsSql("l", "e")} as mine
         from links l
         join discord_entitlement e on e.customer_id = l.customer_id and e.deleted_at is null)
     select s.id as server_id, s.guild_id, s.name as server_name, s.icon as server_icon,
            r.role_id, r.name as role_name, r.color,
            ${CLAIM_COLUMNS}, s.grace_hours,
            coalesce(g.confirmed and g.origin <> 'withheld', false) as held,
            coalesce(g.origin = 'withheld', false) as withheld,
            s.status as server_status, ms.id as membership_id, ms.in_server, ms.status, ms.next_attempt_at is not null as is_scheduled,
            ms.error_code, ms.pending, ms.last_seen_at
       from owned e
       join discord_role_mapping m on ${givesSql("m", "e")}
       join discord_role r on r.id = m.role_id and r.deleted_at is null
       join discord_server s on s.id = r.server_id and s.status <> 'disconnected'
       left join mine on true
       left join discord_membership ms
         on ms.account_id = mine.account_id and ms.server_id = s.id and ms.deleted_at is null
       left join discord_role_grant g
         on g.membership_id = ms.id and g.role_id = r.role_id and g.deleted_at is null
      where e.mine and (m.access_days is not null or e.suspended_at is not null or ${standingSql("e", "s.grace_hours")})
        and not ${coveredSql("e", "owned")}
      order by s.name, r.position desc, e.starts_at, e.id`,
    { customer_id: customerId },
  )
  const { roles } = desiredRoles(claims, now)
  const ends = endsOfRoles(claims, now)
  const once = new Map(claims.map((claim) => [claim.role_id, claim]))
  const asBought = desiredRoles(
    claims.map((claim) => ({ ...claim, suspended: false })),
    now,
  )
  return {
    access: [...once.values()]
      .filter((claim) => roles.has(claim.role_id))
      .map((claim) => ({ ...claim, ends_at: ends.get(claim.role_id) ?? null })),
    is_on_hold: asBought.roles.size > roles.size,
  }
}
