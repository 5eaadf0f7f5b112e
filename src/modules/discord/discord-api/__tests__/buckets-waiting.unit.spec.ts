import fc from "fast-check"
import {
  SECOND,
  START,
  LIMIT,
  WINDOW_MS,
  URGENT,
  BULK,
  headers,
  known,
  sendAll,
  type Call,
  refusalsOf,
} from "./buckets-cases"

describe("an answer that is lost", () => {
  it("counts, since Discord may have counted it", () => {
    const window = known(3)
    window.send()
    window.settle(false, START + SECOND)
    expect(sendAll(window, URGENT, START + SECOND)).toBe(2)
  })

  it("no more than once: Discord's next word stands", () => {
    const window = known(3)
    window.send()
    window.settle(false, START + SECOND)
    window.learn(headers(2, 8_000), START + 2 * SECOND)
    expect(sendAll(window, URGENT, START + 2 * SECOND)).toBe(2)
  })

  it("in a new window may have begun it: that one ends a whole window later at the latest", () => {
    const window = known(0)
    const next = START + WINDOW_MS
    expect(sendAll(window, URGENT, next)).toBe(LIMIT)
    for (let lost = 0; lost < LIMIT; lost++) {
      window.settle(false, next + SECOND)
    }
    expect(window.readyAt(URGENT, next + SECOND)).toBe(next + SECOND + WINDOW_MS)
    expect(sendAll(window, URGENT, next + SECOND + WINDOW_MS)).toBe(LIMIT)
  })
})

describe("answers that overtake each other", () => {
  it("in one window: the lowest number counts", () => {
    const window = known(9)
    window.learn(headers(6, 9_000), START + SECOND)
    window.learn(headers(7, 8_950), START + SECOND + 60)
    expect(sendAll(window, URGENT, START + SECOND + 60)).toBe(6)
  })

  it("in a window's last moments: a slow answer does not begin a new one", () => {
    const window = known(9)
    window.learn(headers(3, 50), START + 9_950)
    window.learn(headers(5, 90), START + 9_980)
    expect(sendAll(window, URGENT, START + 9_980)).toBe(3)
  })

  it("at the turn of a window: the old one's number and end do not hold for the new one", () => {
    const window = known(0)
    const next = START + WINDOW_MS + 100
    ;[1, 2].forEach(() => window.send())
    window.learn(headers(9), next)
    window.settle(true, next)
    window.learn(headers(0, 20), next + 10)
    window.settle(true, next + 10)
    // The late answer's call is held against the new window: one slot too few, never one too many.
    expect(sendAll(window, URGENT, next + 10)).toBe(8)
    expect(window.readyAt(URGENT, next + 40)).toBe(next + WINDOW_MS)
  })

  it("a new window is known by its end, though the old one's was thought to be later", () => {
    const window = known(0)
    const early = START + WINDOW_MS - 200
    window.learn(headers(9), early)
    expect(sendAll(window, URGENT, early)).toBe(9)
    expect(window.readyAt(URGENT, early)).toBe(early + WINDOW_MS)
  })
})

describe("when Discord says to wait", () => {
  it.each([
    ["customers", URGENT],
    ["bulk", BULK],
  ])("%s wait that long, however much is left", (_case, urgent) => {
    const window = known(9)
    window.block(START + 3 * SECOND)
    expect(window.readyAt(urgent, START)).toBe(START + 3 * SECOND)
    expect(window.readyAt(urgent, START + 3 * SECOND - 1)).toBe(START + 3 * SECOND)
    expect(window.readyAt(urgent, START + 3 * SECOND)).toBe(START + 3 * SECOND)
    expect(sendAll(window, urgent, START + 3 * SECOND)).toBeGreaterThan(0)
  })

  it("a shorter wait does not end a longer one", () => {
    const window = known(9)
    window.block(START + 3 * SECOND)
    window.block(START + SECOND)
    expect(window.readyAt(URGENT, START + SECOND)).toBe(START + 3 * SECOND)
  })

  it("nothing that is learnt ends it", () => {
    const window = known(0, SECOND)
    window.block(START + 3 * SECOND)
    window.learn(headers(9), START + 2 * SECOND)
    expect(window.readyAt(URGENT, START + 2 * SECOND)).toBe(START + 3 * SECOND)
  })
})

describe("whatever the travel times and whoever asks", () => {
  const first: Call = { urgent: false, pauseMs: 0, backMs: 0, lost: false }
  const call = fc.record({
    urgent: fc.boolean(),
    pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * SECOND })),
    backMs: fc.integer({ min: 0, max: 400 }),
    lost: fc.constant(false),
  })
  const lossy = call.chain((each) =>
    fc.constantFrom(true, false, false, false, false, false).map((lost) => ({ ...each, lost })),
  )
  const someCalls = { minLength: 20, maxLength: 60 }
  const aWay = fc.integer({ min: 0, max: 200 })
  // Before anything is known no customer waits, so the first answer is left out of this.
  const start = [first, { ...first, pauseMs: SECOND }]

  it("no call is sent that Discord would refuse, and none waits for ever", () => {
    fc.assert(
      fc.property(fc.array(call, someCalls), aWay, (calls, thereMs) => {
        expect(refusalsOf([...start, ...calls], thereMs)).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  it("a lost answer costs one refusal at the most, and nobody waits for ever because of it", () => {
    fc.assert(
      fc.property(fc.array(lossy, someCalls), aWay, (calls, thereMs) => {
        const lost = calls.filter((each) => each.lost).length
        expect(refusalsOf([...start, ...calls], thereMs)).toBeLessThanOrEqual(lost)
      }),
      { numRuns: 500 },
    )
  })
})
