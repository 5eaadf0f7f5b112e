const FIRST_MOMENT = new Date("0001-01-01T00:00:00Z")
const LAST_MOMENT = new Date("9999-12-31T23:59:59.999Z")

/** Whether a date is one of the years that ISO 8601 has four digits for: all of them are dates to PostgreSQL, too. */
export function isMoment(date: Date): boolean {
  return date >= FIRST_MOMENT && date <= LAST_MOMENT
}
