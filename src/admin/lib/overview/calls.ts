import type { AdminDiscordCallHour } from "../../../types/http"

/** Calls that Discord did not carry out. */
export function notCarriedOut({ refused, rate_limited, failed }: AdminDiscordCallHour): number {
  return refused + rate_limited + failed
}

interface CallsOfDay {
  calls: number
  not_carried_out: number
  /** The most in an hour. */
  peak: number
}

export function callsOfDay(hours: readonly AdminDiscordCallHour[]): CallsOfDay {
  return hours.reduce(
    (day, hour) => ({
      calls: day.calls + hour.calls,
      not_carried_out: day.not_carried_out + notCarriedOut(hour),
      peak: Math.max(day.peak, hour.calls),
    }),
    { calls: 0, not_carried_out: 0, peak: 0 },
  )
}

/** Of a chart's height: a single call among thousands must still be seen. */
const LEAST = 0.02

interface Bar {
  /** Both of a chart's height, one on the other. */
  carried_out: number
  not_carried_out: number
}

/** How high an hour stands in a chart. @param peak the most in an hour, which reaches to the top */
export function barOf(hour: AdminDiscordCallHour, peak: number): Bar {
  const failed = notCarriedOut(hour)
  const heightOf = (calls: number) => (calls === 0 ? 0 : Math.max(LEAST, calls / peak))
  const not_carried_out = heightOf(failed)
  return {
    carried_out: Math.min(heightOf(hour.calls - failed), 1 - not_carried_out),
    not_carried_out,
  }
}
