const DAY_MS = 24 * 60 * 60 * 1000

interface Range {
  $gte?: string
  $lte?: string
}

/** A range of days up to the end of its last one: a day is chosen as the moment at which it begins here. */
export function wholeDays(range: Range | undefined): Range | undefined {
  const last = range?.$lte === undefined ? NaN : new Date(range.$lte).getTime()
  if (!range || Number.isNaN(last) || !isMidnight(new Date(last))) {
    return range
  }
  // From the middle of the day, for one may be an hour shorter or longer.
  const end = new Date(last + DAY_MS / 2)
  end.setHours(23, 59, 59, 999)
  return { ...range, $lte: end.toISOString() }
}

/** The day so many days from today, as the moment at which it begins. */
export function dayAhead(days: number, now = new Date()): string {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() + days)
  return day.toISOString()
}

function isMidnight(moment: Date): boolean {
  return moment.getHours() + moment.getMinutes() + moment.getSeconds() === 0
}
