/** So many requests per window; "off" = no limit and no headers. */
export type Limit = { limit: number; window_ms: number } | "off"

/**
 * The sandbox's buckets. Discord documents none of the numbers ("obey the headers"); these were observed.
 * `member_role` is one bucket for giving and taking, all others belong to one route.
 */
export interface RateLimits {
  global: Limit
  member_role: Limit
  member_patch: Limit
  member_put: Limit
  member_get: Limit
  member_delete: Limit
  members_list: Limit
  members_search: Limit
  create_dm: Limit
  create_message: Limit
  /** Every route without a bucket of its own; each such route still counts by itself. */
  other: Limit
  /** Multiplies every window: 0.1 turns 10 per 10 s into 10 per 1 s. */
  scale: number
}

export type BucketName = Exclude<keyof RateLimits, "global" | "scale">

export type RateLimitSettings = Partial<RateLimits> | "off"

export const DISCORD_LIMITS: RateLimits = {
  global: { limit: 50, window_ms: 1_000 },
  member_role: { limit: 10, window_ms: 10_000 },
  member_patch: { limit: 10, window_ms: 10_000 },
  member_put: { limit: 10, window_ms: 10_000 },
  member_get: { limit: 5, window_ms: 1_000 },
  member_delete: { limit: 5, window_ms: 1_000 },
  members_list: { limit: 10, window_ms: 10_000 },
  members_search: { limit: 10, window_ms: 10_000 },
  create_dm: { limit: 10, window_ms: 10_000 },
  create_message: { limit: 5, window_ms: 5_000 },
  other: { limit: 20, window_ms: 1_000 },
  scale: 1,
}

const NO_LIMITS: RateLimits = {
  global: "off",
  member_role: "off",
  member_patch: "off",
  member_put: "off",
  member_get: "off",
  member_delete: "off",
  members_list: "off",
  members_search: "off",
  create_dm: "off",
  create_message: "off",
  other: "off",
  scale: 1,
}

/** Settings over a base: "off" switches everything off, `{}` changes nothing. */
export function withSettings(
  base: RateLimits,
  settings: RateLimitSettings | undefined,
): RateLimits {
  if (settings === "off") return NO_LIMITS
  return { ...base, ...settings }
}
