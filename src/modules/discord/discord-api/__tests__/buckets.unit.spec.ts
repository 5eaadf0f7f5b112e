import fc from "fast-check"
import { BucketWindow, bucketOf, type BucketHeaders } from "../buckets"

const GUILD = "112233445566778899"
const OTHER_GUILD = "223344556677889900"
const USER = "998877665544332211"
const ROLE = "887766554433221100"

describe("which bucket a call counts in", () => {
  it.each([
    ["PUT", `/guilds/${GUILD}/members/${USER}`, "member_join", GUILD],
    ["PATCH", `/guilds/${GUILD}/members/${USER}`, "member_patch", GUILD],
    ["GET", `/guilds/${GUILD}/members/${USER}`, "member_read", GUILD],
    ["DELETE", `/guilds/${GUILD}/members/${USER}`, "member_kick", GUILD],
    ["delete", `/guilds/${GUILD}/members/${USER}`, "member_kick", GUILD],
    ["PUT", `/guilds/${GUILD}/members/${USER}/roles/${ROLE}`, "member_role", GUILD],
    ["DELETE", `/guilds/${GUILD}/members/${USER}/roles/${ROLE}`, "member_role", GUILD],
    ["POST", `/guilds/${GUILD}/members/${USER}`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/members`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/members/search`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/roles`, "other", GUILD],
    ["GET", `/guilds/${GUILD}/roles/member-counts`, "other", GUILD],
    ["GET", `/guilds/${GUILD}`, "other", GUILD],
    ["GET", "/users/@me", "other", ""],
    ["POST", "/oauth2/token", "other", ""],
  ])("%s %s", (method, path, kind, guild_id) => {
    expect(bucketOf(method, path)).toEqual({ kind, guild_id })
  })

  it("is another one in another server", () => {
    const path = (guild: string) => `/guilds/${guild}/members/${USER}`
    expect(bucketOf("PUT", path(GUILD))).not.toEqual(bucketOf("PUT", path(OTHER_GUILD)))
  })
})

const SECOND = 1_000
const START = Date.parse("2026-08-01T00:00:00Z")
const LIMIT = 10
const WINDOW_MS = 10 * SECOND
/** Slots of a window that only customers may use: a fifth. */
const RESERVE = 2
/** How long before its end a window of ten seconds is handed over to bulk. */
const LAST_MOMENTS_MS = 600

const URGENT = true
const BULK = false

const headers = (remaining: number, reset_after_ms = WINDOW_MS): BucketHeaders => ({
  limit: LIMIT,
  remaining,
  reset_after_ms,
})

/** A bucket of which one answer has arrived, at START. */
function known(remaining: number, reset_after_ms = WINDOW_MS): BucketWindow {
  const window = new BucketWindow()
  window.send()
  window.learn(headers(remaining, reset_after_ms), START)
  window.settle(true, START)
  return window
}

/** Sends as many calls as may go now, and leaves them unanswered. */
function sendAll(window: BucketWindow, urgent: boolean, now: number): number {
  let sent = 0
  while (window.readyAt(urgent, now) <= now && sent < 100) {
    window.send()
    sent++
  }
  return sent
}

describe("a bucket of which nothing is known", () => {
  it("lets a single bulk call find out", () => {
    const window = new BucketWindow()
    expect(sendAll(window, BULK, START)).toBe(1)
    expect(window.readyAt(BULK, START)).toBe(Infinity)
  })

  it("lets no customer wait for the answer to it", () => {
    const window = new BucketWindow()
    window.send()
    expect(window.readyAt(URGENT, START)).toBe(START)
  })

  it("lets another one find out when that answer is lost", () => {
    const window = new BucketWindow()
    window.send()
    window.settle(false, START)
    expect(window.readyAt(BULK, START + 1)).toBe(START + 1)
  })

  it("knows from the first answer on", () => {
    const window = new BucketWindow()
    window.send()
    window.learn(headers(9), START)
    window.settle(true, START)
    expect(sendAll(window, URGENT, START)).toBe(9)
  })

  it("counts what customers sent meanwhile", () => {
    const window = new BucketWindow()
    ;[1, 2, 3].forEach(() => window.send())
    window.learn(headers(9), START)
    window.settle(true, START)
    expect(sendAll(window, URGENT, START)).toBe(7)
  })
})

describe("a window", () => {
  it.each([9, 5, 1])("with %i left takes as many calls of customers, and then none", (left) => {
    const window = known(left)
    expect(sendAll(window, URGENT, START)).toBe(left)
    expect(window.readyAt(URGENT, START)).toBe(START + WINDOW_MS)
  })

  it("counts a call in flight until its answer counts it", () => {
    const window = known(3)
    sendAll(window, URGENT, START)
    window.learn(headers(2, 9_000), START + SECOND)
    window.settle(true, START + SECOND)
    expect(window.readyAt(URGENT, START + SECOND)).toBe(START + WINDOW_MS)
  })

  it.each([
    ["the moment before its end: not yet", -1, START + WINDOW_MS],
    ["its end: the next window has its full number", 0, START + WINDOW_MS],
  ])("when used up, at %s", (_case, offset, expected) => {
    const now = START + WINDOW_MS + offset
    expect(known(0).readyAt(URGENT, now)).toBe(expected)
  })

  it("that follows is full, less what is still in flight", () => {
    const window = known(9)
    ;[1, 2, 3].forEach(() => window.send())
    expect(sendAll(window, URGENT, START + WINDOW_MS)).toBe(LIMIT - 3)
  })

  it("that follows has no end before its first answer: whoever waits, waits for that", () => {
    const window = known(0)
    sendAll(window, URGENT, START + WINDOW_MS)
    expect(window.readyAt(URGENT, START + WINDOW_MS + 1)).toBe(Infinity)
    window.learn(headers(0), START + WINDOW_MS + 100)
    expect(window.readyAt(URGENT, START + WINDOW_MS + 100)).toBe(START + 2 * WINDOW_MS + 100)
  })

  it("follows a limit that Discord changes", () => {
    const window = known(9)
    window.learn({ limit: 5, remaining: 4, reset_after_ms: 9_000 }, START + SECOND)
    expect(sendAll(window, URGENT, START + SECOND)).toBe(4)
    ;[1, 2, 3, 4].forEach(() => window.settle(true, START + SECOND))
    expect(sendAll(window, URGENT, START + WINDOW_MS)).toBe(5)
  })
})

describe("the reserve", () => {
  it("is a fifth of the window, which bulk leaves to customers", () => {
    const window = known(9)
    expect(sendAll(window, BULK, START)).toBe(9 - RESERVE)
    expect(sendAll(window, URGENT, START)).toBe(RESERVE)
  })

  it("counts customers' calls as used, whoever came first", () => {
    const window = known(9)
    window.send()
    window.send()
    expect(sendAll(window, BULK, START)).toBe(9 - RESERVE - 2)
  })

  it.each([
    [5, 4, 3],
    [4, 3, 3],
    [1, 1, 1],
  ])("of a limit of %i with %i left leaves bulk %i", (limit, remaining, expected) => {
    const window = new BucketWindow()
    window.learn({ limit, remaining, reset_after_ms: WINDOW_MS }, START)
    expect(sendAll(window, BULK, START)).toBe(expected)
  })

  it.each([
    ["of ten seconds, at most 600 ms before its end", WINDOW_MS, LAST_MOMENTS_MS],
    ["of a minute, no sooner", 60 * SECOND, LAST_MOMENTS_MS],
    ["of one second, 80 ms before its end", SECOND, 80],
    ["of five seconds, 400 ms before its end", 5 * SECOND, 400],
  ])("of a window %s, is handed over to bulk", (_case, windowMs, lastMs) => {
    const window = known(RESERVE, windowMs)
    const handOver = START + windowMs - lastMs
    expect(window.readyAt(BULK, START)).toBe(handOver)
    expect(window.readyAt(BULK, handOver - 1)).toBe(handOver)
    expect(sendAll(window, BULK, handOver)).toBe(RESERVE)
    expect(window.readyAt(BULK, handOver)).toBe(START + windowMs)
  })

  it("the length of a window is the longest seen of it, not what is left of it", () => {
    const window = known(9, 5 * SECOND)
    window.learn(headers(RESERVE, 100), START + 4_900)
    expect(window.readyAt(BULK, START + 4_900)).toBe(START + 4_900)
    expect(window.readyAt(BULK, START + 4_500)).toBe(START + 4_600)
  })

  it("is kept in the window that follows", () => {
    const window = known(0)
    const next = START + WINDOW_MS
    expect(sendAll(window, BULK, next)).toBe(LIMIT - RESERVE)
    // Nothing tells when this window ends before its first answer.
    expect(window.readyAt(BULK, next)).toBe(Infinity)
    expect(window.readyAt(URGENT, next)).toBe(next)
  })
})

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

/** Discord's side: one fixed window, opened by the first call after the last one's end. */
class Counter {
  #endsAt = -Infinity
  #used = 0

  /** Answers a call: a 429 carries headers too. */
  take(now: number): { refused: boolean; told: BucketHeaders } {
    if (now >= this.#endsAt) {
      this.#endsAt = now + WINDOW_MS
      this.#used = 0
    }
    const refused = this.#used === LIMIT
    this.#used += refused ? 0 : 1
    return { refused, told: headers(LIMIT - this.#used, this.#endsAt - now) }
  }
}

interface Call {
  urgent: boolean
  pauseMs: number
  backMs: number
  lost: boolean
}

/** Sends calls as soon as they may go, to a Discord that is `thereMs` away. @returns how many it refused */
function refusalsOf(calls: Call[], thereMs: number): number {
  const window = new BucketWindow()
  const discord = new Counter()
  const events: { at: number; run: (at: number) => void }[] = []
  let now = START
  let refused = 0
  const runUntil = (until: number) => {
    for (;;) {
      events.sort((a, b) => a.at - b.at)
      if (events[0] === undefined || events[0].at > until) {
        return
      }
      const [event] = events.splice(0, 1)
      event?.run(event.at)
    }
  }
  const send = ({ backMs, lost }: Call) => {
    window.send()
    events.push({
      at: now + thereMs,
      run: (arrived) => {
        const answer = discord.take(arrived)
        refused += answer.refused ? 1 : 0
        events.push({
          at: arrived + backMs,
          run: (back) => {
            if (!lost) {
              window.learn(answer.told, back)
            }
            if (!lost && answer.refused) {
              window.block(back + answer.told.reset_after_ms)
            }
            window.settle(!lost, back)
          },
        })
      },
    })
  }
  for (const call of calls) {
    now += call.pauseMs
    runUntil(now)
    for (let at = window.readyAt(call.urgent, now); at > now;) {
      const next = Math.min(at, events[0]?.at ?? Infinity)
      expect(next).toBeLessThan(Infinity)
      now = next
      runUntil(now)
      at = window.readyAt(call.urgent, now)
    }
    send(call)
  }
  runUntil(Infinity)
  return refused
}

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
