import { clockOf } from "../text/locale"

const HOUR_MS = 3_600_000

/** From when to when, where the admin is. `formatRange` would name the days of the hour before midnight. */
export function hourSpan({ begins_at }: { begins_at: string }, language: string): string {
  const clock = clockOf(language)
  const begins = Date.parse(begins_at)
  return `${clock.format(begins)} – ${clock.format(begins + HOUR_MS)}`
}
