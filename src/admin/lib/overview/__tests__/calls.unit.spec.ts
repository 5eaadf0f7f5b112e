import type { AdminDiscordCallHour } from "../../../../types/http"
import { barOf, callsOfDay } from "../calls"
import { hourSpan } from "../hour-span"

const hour = (calls: number, rest: Partial<AdminDiscordCallHour> = {}): AdminDiscordCallHour => ({
  begins_at: "2026-11-28T12:00:00.000Z",
  calls,
  refused: 0,
  rate_limited: 0,
  failed: 0,
  ...rest,
})

describe("a day's calls to Discord", () => {
  it("are summed up", () => {
    expect(
      callsOfDay([hour(0), hour(30, { refused: 1, rate_limited: 2, failed: 3 }), hour(12)]),
    ).toEqual({ calls: 42, not_carried_out: 6, peak: 30 })
    expect(callsOfDay([hour(0), hour(0)])).toEqual({ calls: 0, not_carried_out: 0, peak: 0 })
  })

  it.each([
    ["nothing", hour(0), 10, { carried_out: 0, not_carried_out: 0 }],
    ["nothing in a day without any", hour(0), 0, { carried_out: 0, not_carried_out: 0 }],
    ["the most", hour(10), 10, { carried_out: 1, not_carried_out: 0 }],
    [
      "some refused",
      hour(10, { refused: 2, failed: 3 }),
      20,
      { carried_out: 0.25, not_carried_out: 0.25 },
    ],
    ["all put off", hour(10, { rate_limited: 10 }), 10, { carried_out: 0, not_carried_out: 1 }],
    ["one of thousands", hour(1), 5000, { carried_out: 0.02, not_carried_out: 0 }],
    [
      "one refused of thousands: seen, and not above the top",
      hour(5000, { refused: 1 }),
      5000,
      { carried_out: 0.98, not_carried_out: 0.02 },
    ],
  ])("stand as high as they are many: %s", (_, calls, peak, bar) => {
    expect(barOf(calls, peak)).toEqual(bar)
  })
})

it.each([
  ["de", /^\d{1,2}:\d\d – \d{1,2}:\d\d$/],
  ["es", /^\d{1,2}:\d\d – \d{1,2}:\d\d$/],
  ["en", /^\d{1,2}:\d\d\s[AP]M – \d{1,2}:\d\d\s[AP]M$/],
])("names an hour by its times alone, before midnight too, in %s", (language, span) => {
  // Whatever the time zone of whoever runs this: one of these ends at midnight.
  for (let at = 0; at < 24; at++) {
    const begins_at = new Date(Date.UTC(2026, 10, 27, at)).toISOString()
    expect(hourSpan({ begins_at }, language)).toMatch(span)
  }
})
