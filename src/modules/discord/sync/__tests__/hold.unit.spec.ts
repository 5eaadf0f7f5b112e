import { Hold } from "../hold"

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
  (hold: Hold, unanswered: boolean, takesMs = 0) =>
  async () => {
    const startedAt = Date.now()
    if (takesMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, takesMs))
    }
    hold.report(unanswered)
    return startedAt
  }

/** How long a worker that comes now is held, in ms. */
async function heldMs(hold: Hold, unanswered = ANSWERED): Promise<number> {
  const from = Date.now()
  const started = hold.over(piece(hold, unanswered))
  await jest.runAllTimersAsync()
  return (await started) - from
}

/** Workers that come at once, and when each began, counted from now. */
function come(hold: Hold, workers: ReturnType<typeof piece>[]): Promise<number[]> {
  const from = Date.now()
  return Promise.all(workers.map(async (work) => (await hold.over(work)) - from))
}

it("holds nobody while Discord answers", async () => {
  const hold = new Hold(MAX_MS)
  expect(await heldMs(hold)).toBe(0)
  expect(await come(hold, [piece(hold, ANSWERED), piece(hold, ANSWERED)])).toEqual([0, 0])
  expect(jest.getTimerCount()).toBe(0)
})

it("passes on what the work says, and what it throws", async () => {
  const hold = new Hold(MAX_MS)
  expect(await hold.over(async () => "done")).toBe("done")
  await expect(hold.over(async () => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
})

it("holds after each call without an answer twice as long, up to a longest time", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  const pauses: number[] = []
  for (let failures = 0; failures < 8; failures++) {
    pauses.push(await heldMs(hold, UNANSWERED))
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, MAX_MS, MAX_MS, MAX_MS])
})

it("calls that failed together count once", async () => {
  const hold = new Hold(MAX_MS)
  for (let calls = 0; calls < 12; calls++) {
    hold.report(UNANSWERED)
  }
  expect(await heldMs(hold, UNANSWERED)).toBe(1_000)
  expect(await heldMs(hold, UNANSWERED)).toBe(2_000)
})

it("tells when the trouble begins, and only then", async () => {
  const hold = new Hold(MAX_MS)
  expect(hold.report(ANSWERED)).toBe(false)
  expect(hold.report(UNANSWERED)).toBe(true)
  expect(hold.report(UNANSWERED)).toBe(false)
  await jest.advanceTimersByTimeAsync(1_000)
  expect(hold.report(UNANSWERED)).toBe(false)
  expect(hold.report(ANSWERED)).toBe(false)
  expect(hold.report(UNANSWERED)).toBe(true)
})

it("one answer ends the trouble, and the next pause is short again", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  await heldMs(hold, UNANSWERED)
  await heldMs(hold, UNANSWERED)
  expect(await heldMs(hold, ANSWERED)).toBe(4_000)
  expect(await heldMs(hold, UNANSWERED)).toBe(0)
  expect(await heldMs(hold)).toBe(1_000)
})

it("who comes during the pause waits for what is left of it", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  await jest.advanceTimersByTimeAsync(700)
  expect(await heldMs(hold)).toBe(300)
})

it("after the pause one finds out for all: the others wait for its answer", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  const began = come(hold, [
    piece(hold, ANSWERED, 250),
    piece(hold, ANSWERED),
    piece(hold, ANSWERED),
  ])
  await jest.runAllTimersAsync()
  expect(await began).toEqual([1_000, 1_250, 1_250])
})

it("and when there is none, one call is all that another pause costs", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  const began = come(hold, [
    piece(hold, UNANSWERED, 250),
    piece(hold, UNANSWERED, 250),
    piece(hold, ANSWERED, 250),
    piece(hold, ANSWERED),
  ])
  await jest.runAllTimersAsync()
  // 1 s, 0.25 s to find out, 2 s, 0.25 s, 4 s, and then Discord answers.
  expect(await began).toEqual([1_000, 3_250, 7_500, 7_750])
})

it("one who finds nothing to do lets the next find out", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  const nothing = async () => Date.now()
  const began = come(hold, [nothing, nothing, piece(hold, ANSWERED, 100), nothing])
  await jest.runAllTimersAsync()
  expect(await began).toEqual([1_000, 1_000, 1_000, 1_100])
})

it("one who fails while finding out holds up nobody for ever", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  const broken = expect(
    hold.over(async () => Promise.reject(new Error("the database is away"))),
  ).rejects.toThrow("database")
  const began = come(hold, [piece(hold, ANSWERED)])
  await jest.runAllTimersAsync()
  await broken
  expect(await began).toEqual([1_000])
})

it("at the end everybody goes on at once, and no timer is left", async () => {
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  const nothing = async () => Date.now()
  const began = come(hold, [nothing, nothing, nothing])
  hold.end()
  expect(await began).toEqual([0, 0, 0])
  expect(jest.getTimerCount()).toBe(0)
  expect(await come(hold, [nothing])).toEqual([0])
})

it("spreads the tries of several lanes by chance", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0.5)
  const hold = new Hold(MAX_MS)
  hold.report(UNANSWERED)
  expect(await heldMs(hold, UNANSWERED)).toBe(500)
  expect(await heldMs(hold, UNANSWERED)).toBe(1_000)
})
