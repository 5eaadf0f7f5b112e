/** Ninety days: what the API takes. */
export const MAX_GRACE_HOURS = 2_160

/** Typed hours as `grace_hours`; null = not a length of grace. */
export function parseGraceHours(typed: string): number | null {
  const text = typed.trim()
  const hours = /^\d+$/.test(text) ? Number(text) : -1
  return hours >= 0 && hours <= MAX_GRACE_HOURS ? hours : null
}
