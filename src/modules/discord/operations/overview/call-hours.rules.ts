import type { CallOutcome } from "../metrics.rules"

export const HOUR_MS = 3_600_000
/** What the chart shows: the hour that runs, and those before it. */
const SHOWN_HOURS = 24

/** Calls to Discord that have ended. */
export interface CallCounts {
  calls: number
  /** Of these: Discord refused the token or a permission (401, 403). */
  refused: number
  /** Of these: Discord asked to wait (429); the plugin asks again by itself. */
  rate_limited: number
  /** Of these: Discord failed (5xx) or did not answer. */
  failed: number
}

export interface CallHour extends CallCounts {
  /** When the hour begins, Unix ms. */
  begins_at: number
}

const NONE: CallCounts = { calls: 0, refused: 0, rate_limited: 0, failed: 0 }

/** When an hour began, of UTC: in each time zone the same moment. Unix ms, as is what is given. */
export function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS) * HOUR_MS
}

/** An answer that says no in the way of business, such as that somebody is not in the server, is one that was got. */
export function countsOf(outcome: CallOutcome): CallCounts {
  return {
    calls: 1,
    refused: outcome === "refused" ? 1 : 0,
    rate_limited: outcome === "rate_limited" ? 1 : 0,
    failed: outcome === "failed" || outcome === "no_answer" ? 1 : 0,
  }
}

export function sumOf(one: CallCounts, other: CallCounts): CallCounts {
  return {
    calls: one.calls + other.calls,
    refused: one.refused + other.refused,
    rate_limited: one.rate_limited + other.rate_limited,
    failed: one.failed + other.failed,
  }
}

/**
 * Each hour of the last day, the one that runs last; those without a call too.
 *
 * @param counted in any order, of an hour any number
 */
export function lastDay(counted: readonly CallHour[], now: number): CallHour[] {
  const last = hourOf(now)
  return Array.from({ length: SHOWN_HOURS }, (_, at) => {
    const begins_at = last - (SHOWN_HOURS - 1 - at) * HOUR_MS
    const counts = counted.filter((hour) => hour.begins_at === begins_at).reduce(sumOf, NONE)
    return { begins_at, ...counts }
  })
}
