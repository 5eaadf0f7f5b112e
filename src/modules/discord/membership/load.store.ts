import type { RoleClaim } from "./desired-roles.rules"
import { SEEN_LATELY_MS, SIGHTING_MS } from "./look.rules"
import type { UserNames } from "../engine/run/call-result.rules"
import type { SeenMember } from "../engine/run/seen.rules"
import type { LedgerEntry } from "../engine/run/plan.rules"
import type { UnassignableReason } from "../server/role-assignability.rules"
import type {
  AccessEndAction,
  AccountStatus,
  AdoptedRoleAction,
  GrantOrigin,
  MembershipStatus,
  RoleRemovedAction,
  ServerStatus,
} from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { CLAIM_COLUMNS, coveredIdsSql, standingSql } from "../entitlement/standing.store"
import { LINKS_SQL, ownsSql } from "../account/ownership.store"
import { givesSql } from "../role-mapping/mapping-terms.store"

export interface LoadedMembership {
  id: string
  /** The database's time when this was read: whether access has begun or is over is judged by one clock. */
  read_at: Date
  status: MembershipStatus
  account_id: string
  server_id: string
  guild_id: string
  server_status: ServerStatus
  discord_user_id: string
  account_status: AccountStatus
  /** Whether its customer was deleted: it is forgotten once nothing is left to do. */
  erase_requested: boolean
  scopes: string[]
  /** What the user was called when last seen. */
  user_names: UserNames
  in_server: boolean | null
  observed_roles: string[] | null
  join_sent_at: Date | null
  join_role_ids: string[] | null
  /** Roles that a test gave them and that are about to be taken back. */
  tested_roles: string[]
  joined_by_us: boolean
  joined_at: Date | null
  pending: boolean | null
  /** Whether to look first: somebody asked for it, or it is due and they were not seen lately. */
  verify: boolean
  /** What a reconcile has just read of them, while nothing has been done with it. */
  sighting: { member: SeenMember | null } | null
  /** The bulk run that last marked it. */
  sync_run_id: string | null
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
  const [facts] = await loadMemberships(db, [id])
  if (!facts) {
    throw new Error(`Membership ${id} is gone`)
  }
  return facts
}

/** The same of several memberships of one server, in as many reads. Those that are gone are left out. */
export async function loadMemberships(db: Db, ids: readonly string[]): Promise<MembershipFacts[]> {
  const loaded = await rows<LoadedMembership & { ledger: LedgerRow[] }>(
    db,
    `select m.id, now() as read_at, m.status, m.account_id, m.server_id, m.sync_run_id, m.in_server, m.observed_roles, m.join_sent_at, m.join_role_ids, m.joined_by_us, m.joined_at, m.pending, m.error_message,
            (m.verify or (m.look_at <= now() and (m.status = 'synced' or m.last_seen_at is null
              or m.last_seen_at < now() - ${SEEN_LATELY_MS} * interval '1 millisecond'))) is true as verify,
            json_build_object('username', a.username, 'global_name', a.global_name, 'avatar', a.avatar) as user_names,
            s.on_access_end, s.on_role_removed, s.adopted_roles, s.grace_hours, s.bot_permissions,
            s.guild_id, s.status as server_status, a.discord_user_id, a.status as account_status, a.scopes,
            a.erase_requested_at is not null as erase_requested,
            array(select t.role_id from discord_role_test t
                   where t.server_id = s.id and t.discord_user_id = a.discord_user_id
                     and t.deleted_at is null) as tested_roles,
            (select d.sighting from discord_difference d
              where d.membership_id = m.id and d.applied_at = m.updated_at and d.sighting is not null
                and d.deleted_at is null and d.seen_at > now() - ${SIGHTING_MS} * interval '1 millisecond' limit 1) as sighting,
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
      where m.id = any(:ids)`,
    { ids },
  )
  const claims = await loadClaims(db, loaded)
  return loaded.map(({ ledger, ...membership }) =>
    factsOf(membership, ledger, claims.get(membership.account_id) ?? []),
  )
}

function factsOf(
  membership: LoadedMembership,
  ledger: LedgerRow[],
  claims: ClaimRow[],
): MembershipFacts {
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
 * By account. From the accounts outwards, whatever the planner believes: by way of the variant it would read every owner of it. An
 * order that has ended still counts where a role has an access length: what it ran is what the next one follows.
 */
async function loadClaims(
  db: Db,
  memberships: readonly LoadedMembership[],
): Promise<Map<string, ClaimRow[]>> {
  const [first] = memberships
  const claims = new Map<string, ClaimRow[]>()
  // In a server that is disconnected, what the plugin gave is taken back, whatever was bought.
  if (!first || first.server_status === "disconnected") {
    return claims
  }
  const found = await rows<ClaimRow & { account_id: string }>(
    db,
    `with owned as materialized (
       select e.*, l.account_id, ${standingSql("e", ":grace_hours")} as standing, ${ownsSql("l", "e")} as mine
         from ${LINKS_SQL} l
         join discord_entitlement e on e.customer_id = l.customer_id and e.deleted_at is null
        where l.account_id = any(:account_ids)),
     covered as materialized (${coveredIdsSql("owned")})
     select e.account_id, r.role_id, r.name, r.unassignable_reason, ${CLAIM_COLUMNS},
            cast(:grace_hours as int) as grace_hours
       from owned e
       join discord_role_mapping m on ${givesSql("m", "e")}
       join discord_role r on r.id = m.role_id and r.deleted_at is null
      where r.server_id = :server_id and e.mine
        and (e.standing or (e.source = 'order' and m.access_days is not null and e.suspended_at is null))
        and not exists (select 1 from covered where covered.id = e.id)
      order by e.starts_at, e.id`,
    {
      account_ids: memberships.map(({ account_id }) => account_id),
      server_id: first.server_id,
      grace_hours: first.grace_hours,
    },
  )
  for (const { account_id, ...claim } of found) {
    const known = claims.get(account_id) ?? []
    known.push(claim)
    claims.set(account_id, known)
  }
  return claims
}
