import { clockOf } from "../text/locale"

const HOUR_MS = 3_600_000

/** From when to when, where the admin is. */
export function hourSpan({ begins_at }: { begins_at: string }, language: string): string {
  const begins = new Date(begins_at)
  return clockOf(language).formatRange(begins, new Date(begins.getTime() + HOUR_MS))
}
