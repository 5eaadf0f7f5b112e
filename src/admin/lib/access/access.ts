import type {
  AdminCustomerDiscordRole,
  AdminDiscordAccount,
  AdminDiscordEntitlementAccess,
  AdminDiscordMemberRole,
  AdminDiscordMembership,
} from "../../../types/http"

const SOON_MS = 1_000
const LATER_MS = 30_000

/** When a page looks again for roles on their way: at once, then less and less, as Discord may be down for an hour. */
export function lookAgainMs(looks: number): number {
  return Math.min(SOON_MS * looks, LATER_MS)
}

/**
 * Whether Discord will hear of a role by itself in a moment, so that it is worth looking again. A member who is due is looked
 * at, whatever is known of their roles: a moderator may have changed them.
 */
export function isMoving(
  roles: readonly Pick<AdminDiscordMemberRole, "state">[],
  memberships: readonly Pick<AdminDiscordMembership, "status" | "held_back">[],
): boolean {
  return (
    roles.some(({ state }) => state === "pending" || state === "ending") ||
    memberships.some(({ status, held_back }) => status === "due" && !held_back)
  )
}

/** Discord: the user is banned. Only the store's owner can change that. */
const BANNED = "40007"

interface Buyer {
  hasAccount: boolean
  /** Null while they have not connected Discord. */
  account: Pick<AdminDiscordAccount, "status"> | null
  /** Whether something gives them a role now. */
  isEntitled: boolean
  memberships: readonly Pick<AdminDiscordMembership, "in_server" | "error_owner" | "error_code">[]
}

/**
 * The link that a buyer needs before a role can reach them: guests connect by an order's claim link, who is registered on a page
 * of the storefront. Null when no link helps, or an invitation is enough.
 */
export function linkToSend({
  hasAccount,
  account,
  isEntitled,
  memberships,
}: Buyer): "claim" | "connect" | null {
  if (!isEntitled) {
    return null
  }
  if (!account) {
    return hasAccount ? "connect" : "claim"
  }
  const isAwaited = memberships.some(
    ({ in_server, error_owner, error_code }) =>
      in_server === false && error_owner === "customer" && error_code !== BANNED,
  )
  if (!isAwaited) {
    return null
  }
  if (!hasAccount) {
    return "claim"
  }
  return account.status === "token_invalid" ? "connect" : null
}

/** The order whose claim link is sent to a guest: the last that gives something. */
export function orderToClaim(
  entitlements: readonly Pick<
    AdminDiscordEntitlementAccess,
    "source" | "source_id" | "active" | "roles" | "starts_at"
  >[],
): string | null {
  const [last] = entitlements
    .filter(({ source, active, roles }) => source === "order" && active && roles.length > 0)
    .sort((a, b) => b.starts_at.localeCompare(a.starts_at))
  return last?.source_id ?? null
}

/** Whether somebody's move keeps a member from their roles: it is said once, beside the roles. */
export function isStopped({ move }: Pick<AdminDiscordMembership, "move">): boolean {
  return move === "admin" || move === "customer"
}

/** Whether what a role waits for is what its member waits for, so that saying it twice tells nothing. */
export function saysTheSame(
  role: Pick<AdminDiscordMemberRole, "reason"> & { membership_id: string | null },
  stopped: readonly Pick<AdminDiscordMembership, "id" | "reason">[],
): boolean {
  return stopped.some(({ id, reason }) => id === role.membership_id && reason === role.reason)
}

/** Whether an invitation helps: the member is outside the server, and nothing but themselves keeps them there. */
export function mayInvite({
  in_server,
  error_code,
  move,
  server,
}: Pick<AdminDiscordMembership, "in_server" | "error_code" | "move"> & {
  server: Pick<AdminDiscordMembership["server"], "status">
}): boolean {
  return (
    in_server === false &&
    move === "customer" &&
    error_code !== BANNED &&
    server.status !== "disconnected"
  )
}

/** Roles that go when nothing is owned any more: what the plugin gave, and not what was there before. */
export function rolesToLose<Role extends Pick<AdminDiscordMemberRole, "held" | "origin">>(
  roles: readonly Role[],
): Role[] {
  return roles.filter(({ held, origin }) => held && origin === "granted")
}

/** What only this one access gives: the roles that end with it. */
export function rolesOnlyFrom(
  entitlementId: string,
  roles: readonly AdminCustomerDiscordRole[],
): AdminCustomerDiscordRole[] {
  return rolesToLose(roles).filter(
    ({ why }) =>
      why.some((reason) => reason.entitlement_id === entitlementId) &&
      why.every((reason) => !reason.active || reason.entitlement_id === entitlementId),
  )
}

/** Access given by hand, what stands before what ended, the latest first. */
export function manualAccess(
  entitlements: readonly AdminDiscordEntitlementAccess[],
): AdminDiscordEntitlementAccess[] {
  return entitlements
    .filter(({ source }) => source === "manual")
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || b.starts_at.localeCompare(a.starts_at))
}

/** Whether an access has ended, unlike one that has yet to begin. */
export function isOver({
  active,
  ends_at,
}: Pick<AdminDiscordEntitlementAccess, "active" | "ends_at">): boolean {
  return !active && ends_at !== null && new Date(ends_at) <= new Date()
}
