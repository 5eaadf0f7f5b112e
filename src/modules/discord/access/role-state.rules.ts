import type { GrantOrigin, MembershipStatus, ServerStatus } from "./statuses"

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
  error_message: string | null
  server_status: ServerStatus
  pause_reason: string | null
}

export interface RoleStanding {
  desired: boolean
  origin: GrantOrigin | null
  /** Whether Discord has answered for what the ledger says. */
  confirmed: boolean
}

export const HELD_BACK =
  "Held back: the bulk run that marked it was canceled. Resume the run, or retry this member."
const NOT_LINKED = "The customer has not connected Discord yet."
const ON_ITS_WAY = "On its way to Discord."
const WITHHELD =
  "A moderator took this role away, and the server's settings respect that. To give it again, give it in Discord or change the setting."

/** Whether a canceled run keeps the engine from a membership that is due. */
export function isHeldBack({ status, is_scheduled }: MembershipStanding): boolean {
  return status === "due" && !is_scheduled
}

/** What a membership waits for, in words; null when nothing is left to do. */
export function reasonOf(member: MembershipStanding): string | null {
  if (member.status === "synced") {
    return null
  }
  switch (member.server_status) {
    case "disconnected":
      return "The server is disconnected. Connect it again, and its members are brought up to date."
    case "paused":
      return member.pause_reason ?? "The server is paused."
    case "connected":
      break
  }
  if (isHeldBack(member)) {
    return HELD_BACK
  }
  return member.status === "due" ? ON_ITS_WAY : (member.error_message ?? ON_ITS_WAY)
}

/** @param member null while the customer has not connected Discord */
export function roleStateOf(
  role: RoleStanding,
  member: MembershipStanding | null,
): { state: MemberRoleState; held: boolean; reason: string | null } {
  const held = isHeld(role)
  if (!role.desired) {
    return held
      ? { state: "ending", held, reason: (member && reasonOf(member)) ?? ON_ITS_WAY }
      : { state: "ended", held, reason: null }
  }
  if (held) {
    return { state: "held", held, reason: null }
  }
  if (!member) {
    return { state: "waiting", held, reason: NOT_LINKED }
  }
  if (role.origin === "withheld") {
    return { state: "withheld", held, reason: WITHHELD }
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
