import { Closing } from "../rate-limits"
import {
  ROLES,
  PATCH,
  ELSEWHERE,
  SECOND,
  customer,
  change,
  bulk,
  watched,
} from "./rate-limits-cases"

beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-08-01T00:00:00Z") }))
afterEach(() => jest.useRealTimers())
describe("a 429", () => {
  it("stops one bucket for as long as Discord says", async () => {
    const { limits, ask, gone, know, pass } = watched()
    know(9)
    limits.block(ROLES, 2_500, false)
    void ask("waits")
    void ask("goes", customer, ELSEWHERE)
    await pass(2_499)
    expect(gone).toEqual(["goes"])
    await pass(1)
    expect(gone).toEqual(["goes", "waits"])
  })

  it("stops everything when it speaks of all of the bot's calls", async () => {
    const { limits, ask, gone, pass } = watched()
    limits.block(ROLES, 2_500, true)
    void ask("here")
    void ask("elsewhere", customer, ELSEWHERE)
    await pass(2_499)
    expect(gone).toEqual([])
    await pass(1)
    expect(gone).toEqual(["here", "elsewhere"])
  })

  it("a shorter wait does not end a longer one", async () => {
    const { limits, ask, gone, pass } = watched()
    limits.block(ROLES, 5_000, true)
    limits.block(ROLES, 100, true)
    void ask("call")
    await pass(4_999)
    expect(gone).toEqual([])
    await pass(1)
    expect(gone).toEqual(["call"])
  })

  it.each([
    ["one bucket", false],
    ["all calls", true],
  ])("that names no time stops %s for a second", async (_case, global) => {
    const { limits, ask, gone, pass } = watched()
    limits.block(ROLES, null, global)
    void ask("call")
    await pass(SECOND - 1)
    expect(gone).toEqual([])
    await pass(1)
    expect(gone).toEqual(["call"])
  })

  it("reaches who waits already", async () => {
    const { limits, ask, gone, know, pass } = watched()
    know(0, SECOND)
    void ask("waits")
    await pass(500)
    limits.block(ROLES, 2 * SECOND, false)
    await pass(SECOND)
    expect(gone).toEqual([])
    await pass(SECOND)
    expect(gone).toEqual(["waits"])
  })
})

describe("when a call could go", () => {
  it("is told for each urgency, and takes nothing", () => {
    const { limits, know } = watched()
    const now = Date.now()
    know(2)
    for (let looks = 0; looks < 20; looks++) {
      expect(limits.readyAt(ROLES, customer)).toBe(now)
      expect(limits.readyAt(ROLES, change)).toBe(now + 9_400)
      expect(limits.readyAt(ROLES, bulk)).toBe(now + 9_400)
      expect(limits.readyAt(PATCH, bulk)).toBe(now)
    }
  })
})

describe("closing", () => {
  it("sends away who waits, unsent, and who comes later", async () => {
    const { limits, ask, gone, know, pass } = watched()
    know(0)
    void ask("waits", customer)
    void ask("waits too", bulk)
    await pass()
    limits.close()
    await pass()
    void ask("late")
    await pass(60 * SECOND)
    expect(gone).toEqual(["waits: Closing", "waits too: Closing", "late: Closing"])
  })

  it("rejects with an error that says nothing was sent", async () => {
    const { limits } = watched()
    limits.close()
    await expect(limits.take(ROLES, customer)).rejects.toBeInstanceOf(Closing)
  })

  it("leaves no timer, and lets calls in flight end", async () => {
    const { limits, ask, know, pass } = watched()
    void ask("in flight")
    await pass()
    know(0)
    void ask("waits")
    await pass()
    limits.close()
    limits.settle(ROLES, true)
    expect(jest.getTimerCount()).toBe(0)
  })
})
