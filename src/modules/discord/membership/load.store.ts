import type { RoleClaim } from "../domain/desired-roles"
import type { LedgerEntry } from "../domain/plan"
import type { UnassignableReason } from "../domain/role-assignability"
import type {
  AccessEndAction,
  AccountStatus,
  AdoptedRoleAction,
  GrantOrigin,
  RoleRemovedAction,
  ServerStatus,
} from "../domain/statuses"
import { rows, type Db } from "./db"
import { ACCESS_DAYS, coveredSql, standingSql } from "./standing"

export interface LoadedMembership {
  id: string
  account_id: string
  server_id: string
  guild_id: string
  server_status: ServerStatus
  discord_user_id: string
  account_status: AccountStatus
  /** Whether its customer was deleted: it is forgotten once nothing is left to do. */
  erase_requested: boolean
  scopes: string[]
  in_server: boolean | null
  observed_roles: string[] | null
  join_sent_at: Date | null
  join_role_ids: string[] | null
  joined_by_us: boolean
  verify: boolean
  /** What it waited for when last looked at. */
  error_message: string | null
  bot_permissions: string
  on_access_end: AccessEndAction
  on_role_removed: RoleRemovedAction
  adopted_roles: AdoptedRoleAction
  grace_hours: number
}

export interface StoredRole {
  role_id: string
  name: string
  unassignable_reason: UnassignableReason | null
}

export interface MembershipFacts {
  membership: LoadedMembership
  claims: RoleClaim[]
  /** Every role that is claimed or in the ledger, as far as it is stored. */
  roles: Map<string, StoredRole>
  ledger: Map<string, LedgerEntry & { reason: string | null }>
}

/** Everything the engine needs to know of one membership, in two indexed reads. */
export async function loadMembership(db: Db, id: string): Promise<MembershipFacts> {
  const [loaded] = await rows<LoadedMembership & { ledger: LedgerRow[] }>(
    db,
    `select m.id, m.account_id, m.server_id, m.in_server, m.observed_roles, m.join_sent_at, m.join_role_ids, m.joined_by_us, m.verify, m.error_message,
            s.on_access_end, s.on_role_removed, s.adopted_roles, s.grace_hours, s.bot_permissions,
            s.guild_id, s.status as server_status, a.discord_user_id, a.status as account_status, a.scopes,
            a.erase_requested_at is not null as erase_requested,
            coalesce((
              select json_agg(json_build_object(
                       'role_id', g.role_id, 'origin', g.origin, 'confirmed', g.confirmed,
                       'reason', g.reason, 'name', coalesce(r.name, g.role_id),
                       'unassignable_reason', r.unassignable_reason))
                from discord_role_grant g
                left join discord_role r on r.role_id = g.role_id and r.deleted_at is null
               where g.membership_id = m.id and g.deleted_at is null), '[]') as ledger
       from discord_membership m
       join discord_server s on s.id = m.server_id
       join discord_account a on a.id = m.account_id
      where m.id = :id`,
    { id },
  )
  if (!loaded) {
    throw new Error(`Membership ${id} is gone`)
  }
  const { ledger, ...membership } = loaded
  // In a server that is disconnected, what the plugin gave is taken back, whatever was bought.
  const claims = membership.server_status === "disconnected" ? [] : await loadClaims(db, membership)
  return {
    membership,
    claims,
    roles: new Map([...ledger, ...claims].map((role) => [role.role_id, role])),
    ledger: new Map(
      ledger.map(({ role_id, origin, confirmed, reason }) => [
        role_id,
        { origin, confirmed, reason },
      ]),
    ),
  }
}

type ClaimRow = RoleClaim & StoredRole

interface LedgerRow extends StoredRole {
  origin: GrantOrigin
  confirmed: boolean
  reason: string | null
}

/**
 * From the account outwards, whatever the planner believes: by way of the variant it would read every owner of it. An order that
 * has ended still counts where a role has an access length: what it ran is what the next one follows.
 */
async function loadClaims(db: Db, membership: LoadedMembership): Promise<ClaimRow[]> {
  return rows<ClaimRow>(
    db,
    `with owned as materialized (
       select e.*, ${standingSql("e", ":grace_hours")} as standing
         from discord_account_link l
         join discord_entitlement e on e.customer_id = l.customer_id and e.deleted_at is null
        where l.account_id = :account_id and l.deleted_at is null)
     select r.role_id, r.name, r.unassignable_reason, ${ACCESS_DAYS} as access_days,
            e.id as entitlement_id, e.source || ' ' || e.source_id as reason, e.starts_at, e.ends_at,
            e.ended_reason, cast(:grace_hours as int) as grace_hours
       from owned e
       join discord_role_mapping m on m.variant_id = e.variant_id and m.deleted_at is null
       join discord_role r on r.id = m.role_id and r.deleted_at is null
      where r.server_id = :server_id
        and (e.standing or (e.source = 'order' and m.access_days is not null))
        and not ${coveredSql("e", "owned")}
      order by e.starts_at, e.id`,
    {
      account_id: membership.account_id,
      server_id: membership.server_id,
      grace_hours: membership.grace_hours,
    },
  )
}
