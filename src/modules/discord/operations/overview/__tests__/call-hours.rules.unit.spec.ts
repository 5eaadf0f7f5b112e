import type { CallOutcome } from "../../metrics.rules"
import { countsOf, hourOf, HOUR_MS, lastDay, sumOf, type CallCounts } from "../call-hours.rules"

const NOON = Date.UTC(2026, 10, 28, 12)
const NOW = NOON + 25 * 60_000

const counts = (calls: number, rest: Partial<CallCounts> = {}): CallCounts => ({
  calls,
  refused: 0,
  rate_limited: 0,
  failed: 0,
  ...rest,
})

describe("calls by the hour", () => {
  it.each<[CallOutcome, CallCounts]>([
    ["ok", counts(1)],
    // That somebody is not in the server is an answer.
    ["rejected", counts(1)],
    ["refused", counts(1, { refused: 1 })],
    ["rate_limited", counts(1, { rate_limited: 1 })],
    ["failed", counts(1, { failed: 1 })],
    ["no_answer", counts(1, { failed: 1 })],
  ])("a call that ends %s counts once", (outcome, expected) => {
    expect(countsOf(outcome)).toEqual(expected)
  })

  it("begin with whole hours of UTC", () => {
    expect(hourOf(NOW)).toBe(NOON)
    expect(hourOf(NOON)).toBe(NOON)
    expect(hourOf(NOON - 1)).toBe(NOON - HOUR_MS)
  })

  it("add up", () => {
    const one = { calls: 10, refused: 1, rate_limited: 2, failed: 3 }
    expect(sumOf(one, counts(5, { failed: 1 }))).toEqual({ ...one, calls: 15, failed: 4 })
  })

  it("are those of the last 24 hours, each of them there, the one that runs last", () => {
    const day = lastDay([], NOW)
    expect(day).toHaveLength(24)
    expect(day[0]).toEqual({ begins_at: NOON - 23 * HOUR_MS, ...counts(0) })
    expect(day[23]).toEqual({ begins_at: NOON, ...counts(0) })
  })

  it("have what was stored and what was not yet, and leave out what is older", () => {
    const day = lastDay(
      [
        { begins_at: NOON, ...counts(3) },
        { begins_at: NOON - 23 * HOUR_MS, ...counts(7, { refused: 7 }) },
        { begins_at: NOON, ...counts(2, { rate_limited: 1 }) },
        { begins_at: NOON - 24 * HOUR_MS, ...counts(100) },
      ],
      NOW,
    )
    expect(day[23]).toEqual({ begins_at: NOON, ...counts(5, { rate_limited: 1 }) })
    expect(day[0]).toEqual({ begins_at: NOON - 23 * HOUR_MS, ...counts(7, { refused: 7 }) })
    expect(day.reduce((total, { calls }) => total + calls, 0)).toBe(12)
  })
})
