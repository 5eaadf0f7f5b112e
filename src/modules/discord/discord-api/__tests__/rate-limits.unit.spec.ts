import { PRIORITY, type Priority } from "../../domain/statuses"
import type { BucketHeaders, BucketKey } from "../buckets"
import { Closing, RateLimits } from "../rate-limits"

const ROLES: BucketKey = { kind: "member_role", guild_id: "112233445566778899" }
const PATCH: BucketKey = { kind: "member_patch", guild_id: "112233445566778899" }
const ELSEWHERE: BucketKey = { kind: "member_role", guild_id: "223344556677889900" }

const SECOND = 1_000
/** Calls that leave a second apart may arrive closer. */
const JITTER = 50
const { customer, change, bulk } = PRIORITY

beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-08-01T00:00:00Z") }))
afterEach(() => jest.useRealTimers())

const headers = (remaining: number, reset_after_ms = 10 * SECOND): BucketHeaders => ({
  limit: 10,
  remaining,
  reset_after_ms,
})

/** Limits under which calls note their names when they go. */
function watched(requestsPerSecond = 1_000) {
  const limits = new RateLimits(requestsPerSecond)
  const gone: string[] = []
  return {
    limits,
    gone,
    ask: (name: string, priority: Priority = customer, key = ROLES) =>
      limits.take(key, priority).then(
        () => void gone.push(name),
        (error: unknown) => void gone.push(`${name}: ${(error as Error).name}`),
      ),
    pass: (ms = 0) => jest.advanceTimersByTimeAsync(ms),
    /** Tells how much of a bucket is left, and for how long. */
    know: (remaining: number, resetAfterMs?: number, key = ROLES) =>
      limits.learn(key, headers(remaining, resetAfterMs)),
  }
}

describe("whoever has to wait", () => {
  it("is served by urgency, and in the order of coming among equals", async () => {
    const { ask, gone, know, pass } = watched()
    know(0, SECOND)
    void ask("bulk 1", bulk)
    void ask("change 1", change)
    void ask("customer 1", customer)
    void ask("bulk 2", bulk)
    void ask("customer 2", customer)
    void ask("change 2", change)
    await pass(SECOND - 1)
    expect(gone).toEqual([])
    await pass(1)
    expect(gone).toEqual(["customer 1", "customer 2", "change 1", "change 2", "bulk 1", "bulk 2"])
  })

  it("of bulk and customer the customer takes what is left of the window", async () => {
    const { ask, gone, know, pass } = watched()
    know(1)
    void ask("bulk", bulk)
    void ask("customer", customer)
    await pass()
    expect(gone).toEqual(["customer"])
  })

  it("goes in the window's last moments, when no customer came for its reserve", async () => {
    const { ask, gone, know, pass } = watched()
    know(2)
    void ask("bulk", bulk)
    await pass(9_399)
    expect(gone).toEqual([])
    await pass(1)
    expect(gone).toEqual(["bulk"])
  })

  it("goes as soon as the answer to a call in flight makes room", async () => {
    const { limits, ask, gone, pass } = watched()
    void ask("first", bulk)
    void ask("second", bulk)
    await pass(200)
    expect(gone).toEqual(["first"])
    limits.learn(ROLES, headers(9))
    limits.settle(ROLES, true)
    await pass()
    expect(gone).toEqual(["first", "second"])
  })

  it("goes when the call in flight is lost, too", async () => {
    const { limits, ask, gone, pass } = watched()
    void ask("first", bulk)
    void ask("second", bulk)
    limits.settle(ROLES, false)
    await pass()
    expect(gone).toEqual(["first", "second"])
  })

  it("holds up no other server, and no other bucket", async () => {
    const { ask, gone, know, pass } = watched()
    know(0)
    void ask("waits", customer)
    void ask("other bucket", bulk, PATCH)
    void ask("other server", bulk, ELSEWHERE)
    await pass()
    expect(gone).toEqual(["other bucket", "other server"])
  })
})

describe("the bot's ceiling over all servers", () => {
  const server = (at: number): BucketKey => ({ kind: "member_role", guild_id: String(at) })

  it("counts a call when it leaves, not when it begins to prepare", async () => {
    const { limits, ask, gone, pass } = watched(2)
    for (let at = 1; at <= 2; at++) {
      const prepare = () => new Promise<void>((done) => setTimeout(done, 3 * SECOND))
      void limits.take(server(at), bulk, prepare).then(() => void gone.push(`${at}`))
    }
    void ask("3", bulk, server(3))
    await pass(3 * SECOND - 1)
    expect(gone).toEqual([])
    await pass(SECOND + JITTER)
    expect(gone).toEqual(["1", "2"])
    await pass(1)
    expect(gone).toEqual(["1", "2", "3"])
  })

  it("gives back the place of a call that is not sent after all", async () => {
    const { limits, ask, gone, know, pass } = watched(1)
    know(1)
    const prepare = () => Promise.reject(new Error("not any more"))
    const taken = limits.take(ROLES, customer, prepare).catch((error: Error) => error.message)
    void ask("next", customer)
    await pass()
    expect(await taken).toBe("not any more")
    expect(gone).toEqual(["next"])
  })

  it("holds over any second that rolls by, not by the clock's", async () => {
    const { ask, gone, pass } = watched(3)
    for (let at = 1; at <= 7; at++) {
      void ask(`${at}`, bulk, server(at))
    }
    await pass()
    expect(gone).toHaveLength(3)
    await pass(SECOND + JITTER - 1)
    expect(gone).toHaveLength(3)
    await pass(1)
    expect(gone).toHaveLength(6)
    await pass(SECOND + JITTER)
    expect(gone).toHaveLength(7)
  })

  it("frees each slot a second after it was taken", async () => {
    const { ask, gone, pass } = watched(2)
    void ask("1", bulk, server(1))
    await pass(600)
    void ask("2", bulk, server(2))
    void ask("3", bulk, server(3))
    void ask("4", bulk, server(4))
    await pass(SECOND + JITTER - 600 - 1)
    expect(gone).toEqual(["1", "2"])
    await pass(1)
    expect(gone).toEqual(["1", "2", "3"])
    await pass(600)
    expect(gone).toEqual(["1", "2", "3", "4"])
  })

  it("is never passed, whatever comes when", async () => {
    const { pass, limits } = watched(5)
    const times: number[] = []
    for (let at = 0; at < 40; at++) {
      void limits.take(server(at), at % 2 ? bulk : customer).then(() => times.push(Date.now()))
      await pass((at * 37) % 130)
    }
    await pass(20 * SECOND)
    expect(times).toHaveLength(40)
    times.slice(5).forEach((time, at) => {
      expect(time - (times[at] ?? 0)).toBeGreaterThanOrEqual(SECOND)
    })
  })

  it("serves the most urgent first, whichever server they come for", async () => {
    const { ask, gone, pass } = watched(1)
    void ask("first", bulk, server(1))
    void ask("bulk", bulk, server(2))
    void ask("customer", customer, server(3))
    await pass(SECOND + JITTER)
    expect(gone).toEqual(["first", "customer"])
    await pass(SECOND + JITTER)
    expect(gone).toEqual(["first", "customer", "bulk"])
  })

  it("is not used up by who waits for a bucket", async () => {
    const { ask, gone, know, pass } = watched(1)
    know(0)
    void ask("waits", customer)
    void ask("goes", bulk, ELSEWHERE)
    await pass()
    expect(gone).toEqual(["goes"])
  })
})

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
