import { BucketWindow, type BucketHeaders } from "../buckets"

export const GUILD = "112233445566778899"
export const OTHER_GUILD = "223344556677889900"
export const USER = "998877665544332211"
export const ROLE = "887766554433221100"

export const SECOND = 1_000
export const START = Date.parse("2026-08-01T00:00:00Z")
export const LIMIT = 10
export const WINDOW_MS = 10 * SECOND
/** Slots of a window that only customers may use: a fifth. */
export const RESERVE = 2
/** How long before its end a window of ten seconds is handed over to bulk. */
export const LAST_MOMENTS_MS = 600

export const URGENT = true
export const BULK = false

export const headers = (remaining: number, reset_after_ms = WINDOW_MS): BucketHeaders => ({
  limit: LIMIT,
  remaining,
  reset_after_ms,
})

/** A bucket of which one answer has arrived, at START. */
export function known(remaining: number, reset_after_ms = WINDOW_MS): BucketWindow {
  const window = new BucketWindow()
  window.send()
  window.learn(headers(remaining, reset_after_ms), START)
  window.settle(true, START)
  return window
}

/** Sends as many calls as may go now, and leaves them unanswered. */
export function sendAll(window: BucketWindow, urgent: boolean, now: number): number {
  let sent = 0
  while (window.readyAt(urgent, now) <= now && sent < 100) {
    window.send()
    sent++
  }
  return sent
}

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

export interface Call {
  urgent: boolean
  pauseMs: number
  backMs: number
  lost: boolean
}

/** Sends calls as soon as they may go, to a Discord that is `thereMs` away. @returns how many it refused */
export function refusalsOf(calls: Call[], thereMs: number): number {
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
