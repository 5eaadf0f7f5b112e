import { OAuth2Scopes } from "discord.js"
import type { Db } from "../db/db"
import { listMembershipRows } from "../membership/membership-rows.store"
import {
  entitlementsOfCustomer,
  entitlementsOfOrder,
  readLinks,
  type AccessClaim,
  type EntitlementRow,
  type LinkRow,
} from "./role-access.store"
import type {
  AdminCustomerDiscordRole,
  AdminDiscordAccount,
  AdminDiscordEntitledRole,
  AdminDiscordEntitlementAccess,
  AdminDiscordMembership,
  AdminDiscordRoleReason,
  AdminDiscordServerName,
  AdminLinkedDiscordAccount,
} from "../../../types/http"
import { grouped, MemberRoles } from "./member-roles.reads"

/** More memberships than one account can have: Discord allows a user 200 servers. */
const ALL = { limit: 500, offset: 0 }

/** As the module knows it: what the shop calls the variant and the order is added by who may ask the shop. */
type Unnamed<T> = Omit<T, "variant" | "display_id"> & { variant_id: string }
export type EntitlementAccess = Unnamed<AdminDiscordEntitlementAccess>
export type RoleReason = Unnamed<AdminDiscordRoleReason>
export type CustomerRole = Omit<AdminCustomerDiscordRole, "why"> & { why: RoleReason[] }

export interface OrderAccess {
  /** Accounts by customer: an order's entitlements may have moved to another customer. */
  account: AdminDiscordAccount | null
  entitlements: EntitlementAccess[]
  memberships: AdminDiscordMembership[]
}

export interface CustomerDiscord {
  account: AdminLinkedDiscordAccount | null
  entitlements: EntitlementAccess[]
  memberships: AdminDiscordMembership[]
  roles: CustomerRole[]
}

/**
 * What an order gives, to whom, and why not yet.
 *
 * @param customerId whose order it is now; null when nobody's
 */
export async function readOrderAccess(
  db: Db,
  orderId: string,
  customerId: string | null,
): Promise<OrderAccess> {
  const entitlements = await entitlementsOfOrder(db, orderId)
  const owners = [
    ...new Set([
      ...entitlements.map((each) => each.customer_id),
      ...(customerId ? [customerId] : []),
    ]),
  ]
  const { links, roles, ownerOf } = await load(db, owners)
  const shown = entitlements.map((each) => present(each, roles, ownerOf(each)))
  const servers = new Set(shown.flatMap((each) => each.roles.map((role) => role.membership_id)))
  const isOf = (order: string | null) => (each: LinkRow) =>
    each.customer_id === customerId && each.order_id === order
  const link = links.find(isOf(orderId)) ?? links.find(isOf(null))
  return {
    account: link ? accountOf(link) : null,
    entitlements: shown,
    memberships: roles.memberships
      .filter((membership) => servers.has(membership.id))
      .map((membership) => roles.present(membership)),
  }
}

/** Everything about one customer's Discord, each role with its reasons. */
export async function readCustomerDiscord(db: Db, customerId: string): Promise<CustomerDiscord> {
  const { links, roles } = await load(db, [customerId])
  const link = links.find((each) => each.order_id === null)
  const entitlements = await entitlementsOfCustomer(db, customerId, link?.account_id ?? null)
  const byId = new Map(entitlements.map((each) => [each.id, each]))
  const owner = link?.account_id ?? customerId
  const ofOrder = new Map(links.map((each) => [each.order_id, each.account_id]))
  return {
    account: link ? linkedAccountOf(link) : null,
    entitlements: entitlements.map((each) =>
      present(each, roles, ofOrder.get(each.source_id) ?? owner),
    ),
    memberships: roles.memberships.map((membership) => roles.present(membership)),
    roles: rolesOf(roles, owner, byId),
  }
}

/** Who the customers are in Discord, and what these accounts hold. Customers without one stand for themselves. */
async function load(db: Db, customerIds: string[]) {
  const links = await readLinks(db, customerIds)
  const accountOf = new Map(
    links.map((link) => [link.order_id ?? link.customer_id, link.account_id]),
  )
  const account_ids = [...new Set(accountOf.values())]
  const { memberships } = await listMembershipRows(db, { account_id: account_ids }, ALL)
  const roles = await MemberRoles.load(db, memberships, {
    account_ids,
    customer_ids: customerIds.filter((id) => !accountOf.has(id)),
  })
  const ownerOf = ({ customer_id, source_id }: EntitlementRow) =>
    accountOf.get(source_id) ?? accountOf.get(customer_id) ?? customer_id
  return { links, roles, ownerOf }
}

function present(row: EntitlementRow, roles: MemberRoles, owner: string): EntitlementAccess {
  return {
    ...row,
    ...momentsOf(row),
    active: isActive(row),
    roles: roles.claims
      .filter((claim) => claim.entitlement_id === row.id)
      .map((claim) => entitledRole(claim, roles, owner)),
  }
}

function entitledRole(
  claim: AccessClaim,
  roles: MemberRoles,
  owner: string,
): AdminDiscordEntitledRole {
  const { role_id, role_name: name, color, mapping_id, access_days } = claim
  const membership = roles.membershipOf(owner, claim.server_id)
  return {
    ...roles.role(owner, membership, { role_id, name, color }),
    mapping_id,
    access_days,
    server: serverOf(claim),
    membership_id: membership?.id ?? null,
  }
}

function rolesOf(
  roles: MemberRoles,
  owner: string,
  entitlements: ReadonlyMap<string, EntitlementRow>,
): CustomerRole[] {
  const claimed = grouped(
    roles.claims.filter((claim) => claim.owner_id === owner),
    (claim) => claim.role_id,
  )
  const explained = [...claimed.values()].flatMap(([first, ...others]) => {
    if (!first) {
      return []
    }
    const { mapping_id: _, access_days: __, ...role } = entitledRole(first, roles, owner)
    const why = [first, ...others].flatMap((claim) => {
      const entitlement = entitlements.get(claim.entitlement_id)
      return entitlement ? [reasonOf(claim, entitlement)] : []
    })
    return [{ ...role, why }]
  })
  // What is in the ledger, though nothing gives it any more: on its way out.
  const leftOver = roles.memberships.flatMap((membership) =>
    roles
      .present(membership)
      .roles.filter((role) => !claimed.has(role.role_id))
      .map((role) => ({
        ...role,
        server: membership.server,
        membership_id: membership.id,
        why: [],
      })),
  )
  return [...explained, ...leftOver]
}

function reasonOf(claim: AccessClaim, entitlement: EntitlementRow): RoleReason {
  const { id: entitlement_id, customer_id: _, ...facts } = entitlement
  return {
    entitlement_id,
    ...facts,
    ...momentsOf(entitlement),
    active: isActive(entitlement),
    mapping_id: claim.mapping_id,
    access_days: claim.access_days,
  }
}

function momentsOf({ starts_at, ends_at, suspended_at }: EntitlementRow) {
  return {
    starts_at: starts_at.toISOString(),
    ends_at: ends_at?.toISOString() ?? null,
    suspended_at: suspended_at?.toISOString() ?? null,
  }
}

function isActive({ starts_at, ends_at, suspended_at }: EntitlementRow): boolean {
  const now = Date.now()
  return (
    suspended_at === null &&
    starts_at.getTime() <= now &&
    (ends_at === null || ends_at.getTime() > now)
  )
}

function accountOf(link: LinkRow): AdminDiscordAccount {
  const { account_id: id, discord_user_id, username, global_name, avatar, status } = link
  return { id, discord_user_id, username, global_name, avatar, status }
}

function linkedAccountOf(link: LinkRow): AdminLinkedDiscordAccount {
  return {
    ...accountOf(link),
    linked_at: link.linked_at.toISOString(),
    can_join: link.status === "linked" && link.scopes.includes(OAuth2Scopes.GuildsJoin),
  }
}

function serverOf(claim: AccessClaim): AdminDiscordServerName {
  return {
    id: claim.server_id,
    guild_id: claim.guild_id,
    name: claim.server_name,
    icon: claim.server_icon,
    status: claim.server_status,
  }
}
