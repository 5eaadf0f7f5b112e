import type { BucketKey } from "../buckets"
import {
  ROLES,
  PATCH,
  ELSEWHERE,
  SECOND,
  JITTER,
  customer,
  change,
  bulk,
  headers,
  watched,
} from "./rate-limits-cases"

beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-08-01T00:00:00Z") }))
afterEach(() => jest.useRealTimers())
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

  const busyFor = (ms: number) => jest.fn(() => new Promise<void>((done) => setTimeout(done, ms)))

  it("counts a call when it leaves, not when it begins to prepare", async () => {
    const { limits, ask, gone, pass } = watched(2)
    for (let at = 1; at <= 2; at++) {
      void limits.take(server(at), bulk, busyFor(3 * SECOND)).then(() => void gone.push(`${at}`))
    }
    void ask("3", bulk, server(3))
    await pass(3 * SECOND - 1)
    expect(gone).toEqual([])
    await pass(SECOND + JITTER)
    expect(gone).toHaveLength(2)
    await pass(3 * SECOND + 1)
    expect(gone).toHaveLength(3)
  })

  it("prepares the next call while it is full, and asks again whether that still holds", async () => {
    const { limits, ask, gone, pass } = watched(1)
    const prepare = jest.fn(() => Promise.resolve()).mockImplementationOnce(busyFor(SECOND / 2))
    void ask("1", bulk, server(1))
    void limits.take(server(2), bulk, prepare).then(() => void gone.push("2"))
    await pass(SECOND + JITTER - 1)
    expect(gone).toEqual(["1"])
    expect(prepare).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(gone).toEqual(["1", "2"])
    expect(prepare).toHaveBeenCalledTimes(2)
  })

  it("prepares no more than can leave in a second, customers apart", async () => {
    const { limits, pass } = watched(2)
    const prepared = { bulk: busyFor(SECOND), customer: busyFor(SECOND) }
    for (let at = 1; at <= 9; at++) {
      void limits.take(server(at), bulk, prepared.bulk)
    }
    void limits.take(server(10), customer, prepared.customer)
    await pass()
    expect(prepared.bulk).toHaveBeenCalledTimes(2)
    expect(prepared.customer).toHaveBeenCalledTimes(1)
  })

  it("lets a customer go before bulk that has prepared longer", async () => {
    const { limits, ask, gone, pass } = watched(1)
    const take = (name: string, ...of: Parameters<typeof limits.take>) =>
      void limits.take(...of).then(() => void gone.push(name))
    void ask("first", bulk, server(1))
    take("bulk", server(2), bulk, () => Promise.resolve())
    await pass(SECOND / 2)
    take("customer", server(3), customer, () => Promise.resolve())
    await pass(SECOND / 2 + JITTER)
    expect(gone).toEqual(["first", "customer"])
    await pass(SECOND + JITTER)
    expect(gone).toEqual(["first", "customer", "bulk"])
  })

  it("gives back the slot of a call that may not go any more when its turn comes", async () => {
    const { limits, ask, gone, know, pass } = watched(1)
    know(9)
    const prepare = jest
      .fn(() => Promise.reject(new Error("taken over")))
      .mockImplementationOnce(() => Promise.resolve() as Promise<never>)
    void ask("first", bulk)
    const taken = limits.take(ROLES, bulk, prepare).catch((error: Error) => error.message)
    void ask("next", bulk)
    await pass(SECOND + JITTER)
    expect(await taken).toBe("taken over")
    expect(gone).toEqual(["first", "next"])
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
