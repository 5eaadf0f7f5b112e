/** How the members of a server are read: Discord's list of all, or ours one by one. */
export const RECONCILE_MODES = ["list", "one_by_one"] as const
export type ReconcileMode = (typeof RECONCILE_MODES)[number]

/** Members in one page of Discord's list: the most it gives. */
export const LIST_PAGE = 1_000

/**
 * Which way takes the fewer calls.
 *
 * @param ours members of the server that the store knows
 * @param members all members, as Discord last counted them; null = it never did
 */
export function modeFor(ours: number, members: number | null): ReconcileMode {
  const pages = members === null ? 0 : Math.ceil(members / LIST_PAGE)
  return ours <= pages ? "one_by_one" : "list"
}

const MAX_SHARE = 0.1
const MAX_ROLES = 20

/** What a run would take away, of all that the plugin gave in the server. */
export interface Takings {
  removed: number
  roles: number
}

/** Whether a run takes away so much that an admin is asked first: more likely something is wrong in the store. */
export function asksFirst({ removed, roles }: Takings): boolean {
  return removed > Math.max(MAX_ROLES, roles * MAX_SHARE)
}

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
/** Between two runs of a server, though Discord's line be lost again and again. */
const REST_MS = 10 * 60_000
/** How long what was read when a server was connected does for a comparison. */
const SETTLED_MS = 12 * HOUR_MS
/** When shops sleep, UTC. */
const FROM_HOUR = 2
const UNTIL_HOUR = 6
/** The lower bits of a snowflake count within a millisecond. */
const MILLISECONDS = 22n

/**
 * When a server's turn last came. Each has its own time of the night, so that they do not all begin at once.
 *
 * @see https://docs.discord.com/developers/reference#snowflakes
 */
export function lastTurn(guildId: string, now: Date): Date {
  const windowMs = BigInt((UNTIL_HOUR - FROM_HOUR) * HOUR_MS)
  const offset = Number((BigInt(guildId) >> MILLISECONDS) % windowMs)
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS
  const turn = midnight + FROM_HOUR * HOUR_MS + offset
  return new Date(turn <= now.getTime() ? turn : turn - DAY_MS)
}

/** What is known of a server's reconciles. */
export interface Turns {
  guild_id: string
  connected_at: Date
  /** When one last began that was no dry run. */
  begun_at: Date | null
}

/**
 * Whether it is a server's turn. One that was missed, since no process ran, is made good. Whoever was just connected has been read
 * by that: the night that is near is left out.
 *
 * @param heardSince since when Discord tells at once of members; what happened before it may have been missed. Null = it does not
 */
export function isDue(turns: Turns, now: Date, heardSince: Date | null = null): boolean {
  const turn = lastTurn(turns.guild_id, now).getTime()
  const begun = turns.begun_at?.getTime() ?? 0
  const connected = turns.connected_at.getTime()
  const isRested = now.getTime() >= begun + REST_MS
  const heard = heardSince?.getTime() ?? 0
  return (
    turn > Math.max(connected + SETTLED_MS, begun) ||
    (isRested && heard > Math.max(connected, begun))
  )
}
