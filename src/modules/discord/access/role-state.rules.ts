import { say, type Message } from "../../../messages"
import type { GrantOrigin, MembershipStatus, ServerStatus } from "../statuses.rules"

/**
 * Where one role of one member stands. `held`: as it should be. `pending`: on its way. `waiting`: needs a step of the
 * customer's or the shop's. `withheld`: a moderator took it, and the server's settings respect that. `ending`: on its way
 * out. `ended`: neither wanted nor there.
 */
export const MEMBER_ROLE_STATES = [
  "held",
  "pending",
  "waiting",
  "withheld",
  "ending",
  "ended",
] as const
export type MemberRoleState = (typeof MEMBER_ROLE_STATES)[number]

/** What is known of a membership when its roles are shown. */
export interface MembershipStanding {
  status: MembershipStatus
  /** Whether the engine will come to it by itself. */
  is_scheduled: boolean
  error: Message | null
  /** Whether Discord waits for them to accept the server's rules. */
  pending: boolean | null
  server_status: ServerStatus
  pause_reason: Message | null
}

export interface RoleStanding {
  desired: boolean
  origin: GrantOrigin | null
  /** Whether Discord has answered for what the ledger says. */
  confirmed: boolean
}

const ON_ITS_WAY = say("membership.on_its_way")

/** Whether a canceled run keeps the engine from a membership that is due. */
function isHeldBack({ status, is_scheduled }: MembershipStanding): boolean {
  return status === "due" && !is_scheduled
}

/** What a membership waits for; null when nothing is left to do. */
export function reasonOf(member: MembershipStanding): Message | null {
  if (member.status === "synced") {
    return member.pending ? say("membership.rules_pending") : null
  }
  switch (member.server_status) {
    case "disconnected":
      return say("membership.server_disconnected")
    case "paused":
      return member.pause_reason ?? say("membership.server_paused")
    case "connected":
      break
  }
  if (isHeldBack(member)) {
    return say("membership.held_back")
  }
  const message = member.status === "due" ? null : member.error
  if (message === null) {
    return ON_ITS_WAY
  }
  return isCustomersMove(member) ? say("membership.looked_at_again", { why: message }) : message
}

function isCustomersMove({ status }: MembershipStanding): boolean {
  return status === "waiting_for_customer" || status === "waiting_for_join"
}

/** @param member null while the customer has not connected Discord */
export function roleStateOf(
  role: RoleStanding,
  member: MembershipStanding | null,
): { state: MemberRoleState; held: boolean; reason: Message | null } {
  const held = isHeld(role)
  if (!role.desired) {
    return held
      ? { state: "ending", held, reason: (member && reasonOf(member)) ?? ON_ITS_WAY }
      : { state: "ended", held, reason: null }
  }
  if (held) {
    return { state: "held", held, reason: member?.pending ? say("membership.rules_pending") : null }
  }
  if (!member) {
    return { state: "waiting", held, reason: say("membership.not_connected") }
  }
  if (role.origin === "withheld") {
    return { state: "withheld", held, reason: say("membership.withheld") }
  }
  return { state: isOnItsWay(member) ? "pending" : "waiting", held, reason: reasonOf(member) }
}

function isHeld({ origin, confirmed }: RoleStanding): boolean {
  return confirmed && (origin === "granted" || origin === "adopted")
}

function isOnItsWay(member: MembershipStanding): boolean {
  const isEngines =
    member.status === "due" || member.status === "retrying" || member.status === "synced"
  return isEngines && member.server_status === "connected" && !isHeldBack(member)
}
