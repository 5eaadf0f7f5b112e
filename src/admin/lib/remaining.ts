const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * A length of time as a person says it: "40 seconds", "12 minutes", "3 hours". Rounded up: nobody minds being early.
 *
 * @param locale as `Intl` knows it
 */
export function remainingText(seconds: number, locale: string): string {
  const [value, unit] =
    seconds < MINUTE
      ? [seconds, "second"]
      : seconds < HOUR
        ? [seconds / MINUTE, "minute"]
        : [seconds / HOUR, "hour"]
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(
    Math.ceil(value),
  )
}
