import type { Message } from "../../../messages"
import type { ServerCheck } from "./server-checks.rules"
import type { ServerHealth, ServerStatus } from "../statuses.rules"

export interface HealthFacts {
  status: ServerStatus
  pause_reason: Message | null
  checks: readonly ServerCheck[]
  /** Members whose roles wait for the admin, and why most of them do. */
  parked_count: number
  parked_reason: Message | null
}

export interface HealthAtAGlance {
  health: ServerHealth
  /** The worst of what is wrong; null when nothing is. */
  health_reason: Message | null
}

/** The worst of all that is known of a server: what stops everyone comes before what stops some. */
export function serverHealth(facts: HealthFacts): HealthAtAGlance {
  const { status, pause_reason, checks, parked_count, parked_reason } = facts
  if (status === "disconnected") {
    return { health: "disconnected", health_reason: null }
  }
  if (status === "paused") {
    return { health: "paused", health_reason: pause_reason }
  }
  const error = checks.find(({ ok, severity }) => !ok && severity === "error")
  if (error || parked_count > 0) {
    return { health: "failing", health_reason: error?.message ?? parked_reason }
  }
  const warning = checks.find(({ ok }) => !ok)
  return warning
    ? { health: "warning", health_reason: warning.message }
    : { health: "healthy", health_reason: null }
}
