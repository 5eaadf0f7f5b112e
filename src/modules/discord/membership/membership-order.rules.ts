/** What a list of members can be sorted by; with a minus: the other way round. */
export const MEMBERSHIP_ORDERS = [
  "name",
  "-name",
  "last_seen_at",
  "-last_seen_at",
  "next_attempt_at",
  "-next_attempt_at",
] as const
export type MembershipOrder = (typeof MEMBERSHIP_ORDERS)[number]
