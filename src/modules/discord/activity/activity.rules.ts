import type { ActivityAction } from "../statuses.rules"

/** `failed`: something is not as it should be. `ok`: everything else. */
export const ACTIVITY_OUTCOMES = ["ok", "failed"] as const
export type ActivityOutcome = (typeof ACTIVITY_OUTCOMES)[number]

/** A read that finds no member answers 404 and is no failure: the action says what it meant, not the HTTP status. */
export const FAILED_ACTIONS: readonly ActivityAction[] = [
  "sync_failed",
  "waiting",
  "server_paused",
  "source_failed",
  "connect_failed",
]

export function outcomeOf(action: ActivityAction): ActivityOutcome {
  return FAILED_ACTIONS.includes(action) ? "failed" : "ok"
}

/** One call changes several roles: an entry for each is written, and they are told as one. */
export const CALLS_WITH_SEVERAL_ROLES: readonly ActivityAction[] = [
  "member_joined",
  "roles_replaced",
]
