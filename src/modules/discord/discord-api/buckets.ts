/** Calls that Discord counts together, per server. Which they are is observed; how many it allows, its headers say. */
export type BucketKind =
  | "member_join"
  | "member_role"
  | "member_patch"
  | "member_read"
  | "member_kick"
  | "member_list"
  | "other"

export interface BucketKey {
  kind: BucketKind
  /** Discord's id of the server, or the empty string for routes outside one. */
  guild_id: string
}

const MEMBER = /^\/guilds\/(\d+)\/members\/\d+$/
const MEMBER_ROLE = /^\/guilds\/(\d+)\/members\/[^/]+\/roles\/[^/]+$/
const MEMBERS = /^\/guilds\/(\d+)\/members$/
const GUILD = /^\/guilds\/(\d+)/

const MEMBER_KINDS: Partial<Record<string, BucketKind>> = {
  PUT: "member_join",
  PATCH: "member_patch",
  GET: "member_read",
  DELETE: "member_kick",
}

/**
 * The bucket of a call.
 *
 * @param path without `/api/v10` and query
 * @see https://docs.discord.com/developers/topics/rate-limits
 */
export function bucketOf(method: string, path: string): BucketKey {
  const role = MEMBER_ROLE.exec(path)
  if (role) {
    return { kind: "member_role", guild_id: role[1] ?? "" }
  }
  const member = MEMBER.exec(path)
  if (member) {
    return { kind: MEMBER_KINDS[method.toUpperCase()] ?? "other", guild_id: member[1] ?? "" }
  }
  const members = MEMBERS.exec(path)
  if (members) {
    return { kind: "member_list", guild_id: members[1] ?? "" }
  }
  return { kind: "other", guild_id: GUILD.exec(path)?.[1] ?? "" }
}

/** What one answer of Discord says about its bucket. */
export interface BucketHeaders {
  limit: number
  remaining: number
  reset_after_ms: number
}

/** Share of a window that only waiting customers may use until its last moments. */
const RESERVE_SHARE = 0.2
/** How long before a window ends its reserve is handed to bulk, as a share of the window. */
const LAST_MOMENTS_SHARE = 0.08
/** Longest hand-over: a customer who comes after it waits no longer than this. */
const LAST_MOMENTS_MAX_MS = 600

/**
 * One fixed window of one bucket, as seen from here. All times are Unix ms.
 *
 * Bulk leaves a reserve of each window to waiting customers and takes it in the last moments: no customer waits for a
 * backfill, and no slot is wasted.
 */
export class BucketWindow {
  #limit: number | null = null
  #remaining = 0
  #resetAt: number | null = null
  #windowMs: number | null = null
  #inFlight = 0
  #blockedUntil = 0

  /** When a call may go: `now` or earlier means at once, Infinity after the next answer. */
  readyAt(urgent: boolean, now: number): number {
    if (this.#blockedUntil > now) {
      return this.#blockedUntil
    }
    if (this.#resetAt !== null && now >= this.#resetAt) {
      this.#remaining = this.#limit ?? 0
      this.#resetAt = null
    }
    if (this.#limit === null) {
      // Nothing known yet: one call finds out, and no customer waits for its answer.
      return urgent || this.#inFlight === 0 ? now : Infinity
    }
    const free = this.#remaining - this.#inFlight
    if (free <= 0) {
      return this.#resetAt ?? Infinity
    }
    return urgent || free > Math.floor(this.#limit * RESERVE_SHARE) ? now : this.#handOverAt(now)
  }

  send(): void {
    this.#inFlight++
  }

  /** An answer arrived; errors count against a bucket as successes do, and carry its headers too. */
  learn({ limit, remaining, reset_after_ms }: BucketHeaders, now: number): void {
    this.#limit = limit
    this.#windowMs = Math.max(this.#windowMs ?? 0, reset_after_ms)
    const resetAt = now + reset_after_ms
    // Ends of two windows lie a whole window apart; estimates of one end differ by what answers take to travel.
    const windowsOn = this.#resetAt === null ? 1 : (resetAt - this.#resetAt) / this.#windowMs
    if (windowsOn < -0.5) {
      // A late answer of the window before: its end must not bring this one's forward.
      this.#remaining--
      return
    }
    this.#remaining = windowsOn > 0.5 ? remaining : Math.min(this.#remaining, remaining)
    this.#resetAt = resetAt
  }

  /** A call ended. @param answered false when its answer was lost: then Discord may have counted it all the same */
  settle(answered: boolean, now: number): void {
    this.#inFlight--
    if (!answered && this.#limit !== null) {
      this.#remaining--
      this.#resetAt ??= now + (this.#windowMs ?? 0)
    }
  }

  /** Discord said to wait. */
  block(until: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, until)
  }

  #handOverAt(now: number): number {
    if (this.#resetAt === null) {
      return Infinity
    }
    const share = (this.#windowMs ?? 0) * LAST_MOMENTS_SHARE
    return Math.max(now, this.#resetAt - Math.min(share, LAST_MOMENTS_MAX_MS))
  }
}
