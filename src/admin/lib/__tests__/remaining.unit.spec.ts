import { remainingText } from "../remaining"

describe("how long it will still take", () => {
  it.each([
    [0.2, "en", "1 second"],
    [41, "en", "41 seconds"],
    [61, "en", "2 minutes"],
    [3 * 60, "de", "3 Minuten"],
    [5000, "es", "2 horas"],
  ])("says %d seconds in %s as %s", (seconds, locale, text) => {
    expect(remainingText(seconds, locale)).toBe(text)
  })
})
