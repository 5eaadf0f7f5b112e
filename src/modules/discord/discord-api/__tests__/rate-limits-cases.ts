import { PRIORITY, type Priority } from "../../statuses.rules"
import type { BucketHeaders, BucketKey } from "../buckets"
import { RateLimits } from "../rate-limits"

export const ROLES: BucketKey = { kind: "member_role", guild_id: "112233445566778899" }
export const PATCH: BucketKey = { kind: "member_patch", guild_id: "112233445566778899" }
export const ELSEWHERE: BucketKey = { kind: "member_role", guild_id: "223344556677889900" }

export const SECOND = 1_000
/** Calls that leave a second apart may arrive closer. */
export const JITTER = 50
export const { customer, change, bulk } = PRIORITY

export const headers = (remaining: number, reset_after_ms = 10 * SECOND): BucketHeaders => ({
  limit: 10,
  remaining,
  reset_after_ms,
})

/** Limits under which calls note their names when they go. */
export function watched(requestsPerSecond = 1_000) {
  const limits = new RateLimits(requestsPerSecond)
  const gone: string[] = []
  return {
    limits,
    gone,
    ask: (name: string, priority: Priority = customer, key = ROLES) =>
      limits.take(key, priority).then(
        () => void gone.push(name),
        (error: unknown) => void gone.push(`${name}: ${(error as Error).name}`),
      ),
    pass: (ms = 0) => jest.advanceTimersByTimeAsync(ms),
    /** Tells how much of a bucket is left, and for how long. */
    know: (remaining: number, resetAfterMs?: number, key = ROLES) =>
      limits.learn(key, headers(remaining, resetAfterMs)),
  }
}
