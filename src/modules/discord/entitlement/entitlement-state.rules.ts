/** How access stands now: of what is over and suspended, that it is over counts. */
export const ENTITLEMENT_STATES = ["active", "upcoming", "suspended", "ended"] as const
export type EntitlementState = (typeof ENTITLEMENT_STATES)[number]

export interface EntitlementTimes {
  starts_at: Date
  ends_at: Date | null
  suspended_at: Date | null
}

/** Only what is active gives its roles, whatever grace a server leaves them afterwards. */
export function stateOf(
  { starts_at, ends_at, suspended_at }: EntitlementTimes,
  now: Date,
): EntitlementState {
  if (ends_at !== null && ends_at <= now) {
    return "ended"
  }
  if (suspended_at !== null) {
    return "suspended"
  }
  return starts_at > now ? "upcoming" : "active"
}

/** What a list of entitlements can be sorted by; with a minus: the other way round. No end is later than any. */
export const ENTITLEMENT_ORDERS = [
  "created_at",
  "-created_at",
  "starts_at",
  "-starts_at",
  "ends_at",
  "-ends_at",
] as const
export type EntitlementOrder = (typeof ENTITLEMENT_ORDERS)[number]

/** How many stand in which way. */
export type EntitlementCounts = Record<EntitlementState, number> & { total: number }
