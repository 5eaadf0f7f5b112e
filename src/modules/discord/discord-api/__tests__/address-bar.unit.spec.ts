import { readFileSync } from "node:fs"
import path from "node:path"
import { AddressBar } from "../address-bar"
import { USER_AGENT } from "../rest"

const SECOND = 1_000
const HOUR = 3_600 * SECOND

function barred() {
  const changes: number[] = []
  const told: (number | null)[] = []
  const bar = new AddressBar(
    () => changes.push(1),
    (until) => told.push(until),
  )
  return { bar, changes, told }
}

describe("a bar of the whole address", () => {
  it("is not there at first: any call goes", () => {
    const { bar } = barred()
    expect([bar.readyAt(0), bar.admit(0), bar.admit(0)]).toEqual([0, 0, 0])
  })

  it("keeps every call back, and lets one look when its time is over", () => {
    const { bar } = barred()
    expect(bar.refused(0, null)).toBe(SECOND)
    expect([bar.admit(1), bar.admit(999)]).toEqual([999, 1])
    expect(bar.readyAt(0)).toBe(SECOND)
    expect(bar.admit(SECOND)).toBe(0)
    expect(bar.admit(SECOND)).toBe(SECOND / 2)
    expect(bar.readyAt(2 * SECOND)).toBe(2.5 * SECOND)
  })

  it("grows with each look that is refused, up to an hour", () => {
    const { bar } = barred()
    const waits: number[] = []
    let now = 0
    for (let looks = 0; looks < 23; looks++) {
      const wait = bar.refused(now, null)
      waits.push(wait / SECOND)
      now += wait
      expect(bar.admit(now)).toBe(0)
    }
    expect(waits.slice(0, 5)).toEqual([1, 1.5, 2.25, 3.375, 5.0625])
    expect(waits.slice(-2)).toEqual([3_600, 3_600])
  })

  it("does not grow by calls that were under way when it began, and lasts as long as the edge says", () => {
    const { bar } = barred()
    expect(bar.refused(0, HOUR)).toBe(HOUR)
    expect(bar.refused(SECOND, null)).toBe(HOUR - SECOND)
  })

  it("ends with any other answer to a look, not with one to an earlier call", () => {
    const { bar, changes } = barred()
    bar.refused(0, null)
    bar.answered(400)
    expect(bar.admit(400)).toBe(600)
    expect(bar.admit(SECOND)).toBe(0)
    bar.answered(6 * SECOND)
    expect([bar.readyAt(6 * SECOND), bar.admit(6 * SECOND)]).toEqual([0, 0])
    expect(bar.refused(7 * SECOND, null)).toBe(SECOND)
    expect(changes).toHaveLength(3)
  })

  it("is told of once when it begins, and once when it is over, however often it is looked at", () => {
    const { bar, told } = barred()
    let now = 0
    for (let looks = 0; looks < 5; looks++) {
      now += bar.refused(now, null)
      expect([bar.isUp(now - 1), bar.isUp(now), bar.admit(now)]).toEqual([true, false, 0])
    }
    expect(told).toEqual([SECOND])
    bar.answered(now)
    bar.answered(now + 1)
    expect(told).toEqual([SECOND, null])
    bar.refused(HOUR, null)
    expect(told).toEqual([SECOND, null, HOUR + SECOND])
  })

  it("lets another call look when the first had no answer", () => {
    const { bar } = barred()
    bar.refused(0, null)
    expect(bar.admit(5 * SECOND)).toBe(0)
    bar.unanswered()
    expect(bar.admit(5 * SECOND)).toBe(0)
  })

  it("lets one call of a queue look", () => {
    const { bar } = barred()
    bar.refused(0, null)
    bar.letGo(5 * SECOND)
    expect(bar.readyAt(5 * SECOND)).toBe(5.5 * SECOND)
    expect(bar.admit(5 * SECOND)).toBe(0)
  })
})

it("calls go out under the plugin's own name, version and address", () => {
  const manifest = JSON.parse(
    readFileSync(path.resolve(__dirname, "../../../../../package.json"), "utf8"),
  ) as { version: string; homepage: string }
  expect(USER_AGENT).toBe(
    `DiscordBot (${manifest.homepage.replace("#readme", "")}, ${manifest.version})`,
  )
})
