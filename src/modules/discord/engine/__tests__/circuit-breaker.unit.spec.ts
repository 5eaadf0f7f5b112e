import { CircuitBreaker } from "../circuit-breaker"

const UNANSWERED = true
const ANSWERED = false
const MAX_MS = 30_000

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse("2026-08-01T00:00:00Z") })
  // The longest wait that chance allows.
  jest.spyOn(Math, "random").mockReturnValue(1)
})
afterEach(() => {
  jest.restoreAllMocks()
  jest.useRealTimers()
})

/** A worker's piece of work, which takes a while and ends as it is told. */
const piece =
  (breaker: CircuitBreaker, unanswered: boolean, takesMs = 0) =>
  async () => {
    const startedAt = Date.now()
    if (takesMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, takesMs))
    }
    breaker.report(unanswered)
    return startedAt
  }

/** How long a worker that comes now is held, in ms. */
async function heldMs(breaker: CircuitBreaker, unanswered = ANSWERED): Promise<number> {
  const from = Date.now()
  const started = breaker.over(piece(breaker, unanswered))
  await jest.runAllTimersAsync()
  return (await started) - from
}

/** Workers that come at once, and when each began, counted from now. */
function come(breaker: CircuitBreaker, workers: ReturnType<typeof piece>[]): Promise<number[]> {
  const from = Date.now()
  return Promise.all(workers.map(async (work) => (await breaker.over(work)) - from))
}

it("holds nobody while Discord answers", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  expect(await heldMs(breaker)).toBe(0)
  expect(await come(breaker, [piece(breaker, ANSWERED), piece(breaker, ANSWERED)])).toEqual([0, 0])
  expect(jest.getTimerCount()).toBe(0)
})

it("passes on what the work says, and what it throws", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  expect(await breaker.over(async () => "done")).toBe("done")
  await expect(breaker.over(async () => Promise.reject(new Error("broken")))).rejects.toThrow(
    "broken",
  )
})

it("holds after each call without an answer twice as long, up to a longest time", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  const pauses: number[] = []
  for (let failures = 0; failures < 8; failures++) {
    pauses.push(await heldMs(breaker, UNANSWERED))
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, MAX_MS, MAX_MS, MAX_MS])
})

it("calls that failed together count once", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  for (let calls = 0; calls < 12; calls++) {
    breaker.report(UNANSWERED)
  }
  expect(await heldMs(breaker, UNANSWERED)).toBe(1_000)
  expect(await heldMs(breaker, UNANSWERED)).toBe(2_000)
})

it("tells when the trouble begins, and only then", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  expect(breaker.report(ANSWERED)).toBe(false)
  expect(breaker.report(UNANSWERED)).toBe(true)
  expect(breaker.report(UNANSWERED)).toBe(false)
  await jest.advanceTimersByTimeAsync(1_000)
  expect(breaker.report(UNANSWERED)).toBe(false)
  expect(breaker.report(ANSWERED)).toBe(false)
  expect(breaker.report(UNANSWERED)).toBe(true)
})

it("one answer ends the trouble, and the next pause is short again", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  await heldMs(breaker, UNANSWERED)
  await heldMs(breaker, UNANSWERED)
  expect(await heldMs(breaker, ANSWERED)).toBe(4_000)
  expect(await heldMs(breaker, UNANSWERED)).toBe(0)
  expect(await heldMs(breaker)).toBe(1_000)
})

it("who comes during the pause waits for what is left of it", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  await jest.advanceTimersByTimeAsync(700)
  expect(await heldMs(breaker)).toBe(300)
})

it("after the pause one finds out for all: the others wait for its answer", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  const began = come(breaker, [
    piece(breaker, ANSWERED, 250),
    piece(breaker, ANSWERED),
    piece(breaker, ANSWERED),
  ])
  await jest.runAllTimersAsync()
  expect(await began).toEqual([1_000, 1_250, 1_250])
})

it("and when there is none, one call is all that another pause costs", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  const began = come(breaker, [
    piece(breaker, UNANSWERED, 250),
    piece(breaker, UNANSWERED, 250),
    piece(breaker, ANSWERED, 250),
    piece(breaker, ANSWERED),
  ])
  await jest.runAllTimersAsync()
  // 1 s, 0.25 s to find out, 2 s, 0.25 s, 4 s, and then Discord answers.
  expect(await began).toEqual([1_000, 3_250, 7_500, 7_750])
})

it("one who finds nothing to do lets the next find out", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  const nothing = async () => Date.now()
  const began = come(breaker, [nothing, nothing, piece(breaker, ANSWERED, 100), nothing])
  await jest.runAllTimersAsync()
  expect(await began).toEqual([1_000, 1_000, 1_000, 1_100])
})

it("one who fails while finding out holds up nobody for ever", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  const broken = expect(
    breaker.over(async () => Promise.reject(new Error("the database is away"))),
  ).rejects.toThrow("database")
  const began = come(breaker, [piece(breaker, ANSWERED)])
  await jest.runAllTimersAsync()
  await broken
  expect(await began).toEqual([1_000])
})

it("at the end everybody goes on at once, and no timer is left", async () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  const nothing = async () => Date.now()
  const began = come(breaker, [nothing, nothing, nothing])
  breaker.end()
  expect(await began).toEqual([0, 0, 0])
  expect(jest.getTimerCount()).toBe(0)
  expect(await come(breaker, [nothing])).toEqual([0])
})

it("spreads the tries of several lanes by chance", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0.5)
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED)
  expect(await heldMs(breaker, UNANSWERED)).toBe(500)
  expect(await heldMs(breaker, UNANSWERED)).toBe(1_000)
})

describe("work that does not wait", () => {
  it("is done while all is well", async () => {
    const breaker = new CircuitBreaker(MAX_MS)
    expect(await breaker.ifOver(async () => "done")).toBe("done")
  })

  it("is told when to come back while there is trouble, and not before the pause is over", async () => {
    const breaker = new CircuitBreaker(MAX_MS)
    breaker.report(UNANSWERED)
    const held = await breaker.ifOver(async () => "done")
    expect(typeof held === "object" && held.held_ms).toBeGreaterThanOrEqual(1_000)
  })

  it("finds out for all when the pause is over: one piece alone", async () => {
    const breaker = new CircuitBreaker(MAX_MS)
    breaker.report(UNANSWERED)
    await jest.advanceTimersByTimeAsync(1_000)
    const first = breaker.ifOver(piece(breaker, ANSWERED, 250))
    expect(await breaker.ifOver(async () => "done")).toHaveProperty("held_ms")
    await jest.runAllTimersAsync()
    await first
    expect(breaker.isOpen).toBe(false)
    expect(await breaker.ifOver(async () => "done")).toBe("done")
  })
})

it("names whose call failed last, until one is answered", () => {
  const breaker = new CircuitBreaker(MAX_MS)
  breaker.report(UNANSWERED, "dmem_1")
  breaker.report(UNANSWERED, "dmem_2")
  expect(breaker.suspect).toBe("dmem_2")
  breaker.report(ANSWERED, "dmem_3")
  expect(breaker.suspect).toBeNull()
})
