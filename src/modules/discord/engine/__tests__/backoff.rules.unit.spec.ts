import fc from "fast-check"
import { retryDelayMs } from "../backoff.rules"

const MINUTE_MS = 60_000
const lowest = () => 0
const highest = () => 0.999_999

describe("when Discord names a time", () => {
  it.each([
    ["a second", 1_000],
    ["the rest of a ten second window", 9_870],
    ["a quarter of an hour", 15 * MINUTE_MS],
    ["an hour", 60 * MINUTE_MS],
    ["a day: longer than any wait of our own", 24 * 60 * MINUTE_MS],
  ])("waits exactly %s when that was asked for", (_case, asked) => {
    expect(retryDelayMs(1, asked)).toBe(asked)
  })

  it("takes Discord's word over the number of attempts", () => {
    expect(retryDelayMs(12, 2_000, highest)).toBe(2_000)
  })

  it.each([0, -1])("does not ask again at once when told to wait %i ms", (asked) => {
    expect(retryDelayMs(1, asked)).toBeGreaterThan(0)
  })
})

describe("when Discord names none", () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
    [6, 32_000],
    [9, 256_000],
  ])("waits after failure %i at most %i ms: twice as long as before", (attempts, ceiling) => {
    expect(retryDelayMs(attempts, null, highest)).toBeLessThanOrEqual(ceiling)
    expect(retryDelayMs(attempts, null, highest)).toBeGreaterThan(ceiling * 0.99)
  })

  it.each([10, 11, 20, 100, 10_000])(
    "never waits past the cap, not after %i failures",
    (attempts) => {
      expect(retryDelayMs(attempts, null, highest)).toBe(5 * MINUTE_MS)
    },
  )

  it("spreads what failed together over the whole time", () => {
    expect(retryDelayMs(6, null, () => 0.25)).toBe(8_000)
    expect(retryDelayMs(6, null, () => 0.75)).toBe(24_000)
  })

  it.each([1, 5, 50])("never retries at once, not even by chance after failure %i", (attempts) => {
    expect(retryDelayMs(attempts, null, lowest)).toBeGreaterThan(0)
  })
})

it("always answers with a wait that a clock can keep", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, asked, chance) => {
        const wait = retryDelayMs(attempts, asked, () => chance)
        return wait > 0 && Number.isFinite(wait)
      },
    ),
  )
})
