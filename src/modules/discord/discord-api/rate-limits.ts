import { PRIORITY, type Priority } from "../statuses.rules"
import { AddressBar } from "./address-bar"
import { BucketWindow, type BucketHeaders, type BucketKey } from "./buckets"
import { DiscordFailure } from "./errors"

const SECOND_MS = 1000
/** Calls travel unevenly: two that leave a second apart may arrive closer, and a global 429 stops every server. */
const JITTER_MS = 50
/** For a 429 that names no time. */
const BLIND_WAIT_MS = 1000

/** The client is closing: the call was not sent and nothing is known against it. */
export class Closing extends Error {
  override readonly name = "Closing"
}

interface Waiter {
  window: BucketWindow
  priority: Priority
  /** Unix ms: who could only go later is told so, and goes not at all. */
  deadline: number
  go: () => void
  stop: (error: Error) => void
}

/**
 * Lets each call go when Discord allows it, the most urgent first. Calls of different servers do not wait for each other;
 * all share the bot's global ceiling. Its slots are scarce, so a call is prepared before it waits for one: otherwise a slow
 * database would leave them unused.
 */
export class RateLimits {
  readonly #requestsPerSecond: number
  /** What of it is this process's, while others work beside it. */
  #share = 1
  readonly #windows = new Map<string, BucketWindow>()
  /** When the calls of the last second left, oldest first. */
  readonly #sent: number[] = []
  /** Calls that have a slot of the ceiling, and have not left yet. */
  #leaving = 0
  /** How urgent the calls are whose bucket has let them go, and which have not left yet. */
  readonly #ahead: Priority[] = []
  /** The most urgent first, of equals the earliest. */
  readonly #forBucket: Waiter[] = []
  readonly #forCeiling: Waiter[] = []
  #blockedUntil = 0
  /** What keeps the whole address out. */
  readonly bar: AddressBar
  #timer: NodeJS.Timeout | undefined
  #closed = false

  /** @param tellOfBar told when the whole address is kept out, until when, and with null when it is not any more */
  constructor(requestsPerSecond: number, tellOfBar?: (until: number | null) => void) {
    this.#requestsPerSecond = requestsPerSecond
    this.bar = new AddressBar(() => this.#pump(), tellOfBar)
  }

  /**
   * Waits for a free slot and takes it: end it with `settle`.
   *
   * @param prepare what is to be done before the call leaves. It is asked again when the call had to wait after it
   * @param longestMs how long it may have to wait: for calls that somebody waits for
   * @throws Closing when the client closes first
   * @throws DiscordFailure 429, with the time until it could go, when that is later than it may wait
   * @throws whatever `prepare` throws: the slot is free again
   */
  async take(
    key: BucketKey,
    priority: Priority,
    prepare?: () => Promise<void>,
    longestMs = Infinity,
  ): Promise<void> {
    const window = this.#window(key)
    const deadline = Date.now() + longestMs
    await this.#wait(this.#forBucket, { window, priority, deadline })
    try {
      await prepare?.()
      const prepared = Date.now()
      await this.#wait(this.#forCeiling, { window, priority, deadline })
      await this.#leave(async () => {
        if (Date.now() > prepared) {
          await prepare?.()
        }
      })
    } catch (error) {
      window.settle(true, Date.now())
      throw error
    } finally {
      this.#ahead.splice(this.#ahead.indexOf(priority), 1)
      this.#pump()
    }
  }

  #wait(queue: Waiter[], waiter: Omit<Waiter, "go" | "stop">): Promise<void> {
    if (this.#closed) {
      return Promise.reject(new Closing())
    }
    return new Promise<void>((go, stop) => {
      const later = queue.findIndex((other) => other.priority > waiter.priority)
      queue.splice(later === -1 ? queue.length : later, 0, { ...waiter, go, stop })
      this.#pump()
    })
  }

  /** A call counts when it leaves, not when it got its slot: several must not leave all at once, and break the ceiling together. */
  async #leave(lastCheck: () => Promise<void>): Promise<void> {
    try {
      await lastCheck()
      this.#sent.push(Date.now())
    } finally {
      this.#leaving--
    }
  }

  /** Every answer's headers, whatever its status. */
  learn(key: BucketKey, headers: BucketHeaders): void {
    this.#window(key).learn(headers, Date.now())
  }

  /** Ends a call. @param answered whether any answer arrived */
  settle(key: BucketKey, answered: boolean): void {
    this.#window(key).settle(answered, Date.now())
    this.#pump()
  }

  /** Discord answered 429. @param retryAfterMs null when it named no time */
  block(key: BucketKey, retryAfterMs: number | null, global: boolean): void {
    const until = Date.now() + (retryAfterMs ?? BLIND_WAIT_MS)
    if (global) {
      this.#blockedUntil = Math.max(this.#blockedUntil, until)
    } else {
      this.#window(key).block(until)
    }
  }

  /** Discord's global limit is the bot's, whatever the number of processes. @param share 0 to 1 */
  share(share: number): void {
    this.#share = share
    this.#pump()
  }

  /** When a call could go if nobody else waited: Unix ms. Takes nothing. */
  readyAt(key: BucketKey, priority: Priority): number {
    const now = Date.now()
    const ready = this.#window(key).readyAt(priority === PRIORITY.customer, now)
    return Math.max(ready, this.#blockedUntil, this.bar.readyAt(now))
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    const waiters = [...this.#forBucket.splice(0), ...this.#forCeiling.splice(0)]
    waiters.forEach((waiter) => waiter.stop(new Closing()))
  }

  #pump(): void {
    clearTimeout(this.#timer)
    const now = Date.now()
    const next = Math.min(
      this.#letGo(
        this.#forCeiling,
        now,
        () => this.#globallyReadyAt(now),
        () => {
          this.bar.letGo(now)
          this.#leaving++
        },
      ),
      this.#letGo(
        this.#forBucket,
        now,
        (waiter) => this.#turnOf(waiter, now),
        (waiter) => {
          waiter.window.send()
          this.#ahead.push(waiter.priority)
        },
      ),
    )
    if (next !== Infinity) {
      this.#timer = setTimeout(() => this.#pump(), Math.max(1, next - now))
      this.#timer.unref()
    }
  }

  /** @returns when the next of them can go: Unix ms, Infinity after something else has happened */
  #letGo(
    queue: Waiter[],
    now: number,
    readyAt: (waiter: Waiter) => number,
    take: (waiter: Waiter) => void,
  ): number {
    let next = Infinity
    for (const waiter of queue.splice(0)) {
      const at = Math.max(readyAt(waiter), this.#blockedUntil, this.bar.readyAt(now))
      if (at <= now) {
        take(waiter)
        waiter.go()
      } else if (waiter.deadline <= now || (at > waiter.deadline && at !== Infinity)) {
        waiter.stop(mustWait(at - now))
      } else {
        next = Math.min(next, at, waiter.deadline)
        queue.push(waiter)
      }
    }
    return next
  }

  /** When a call's bucket lets it go. No more go ahead than can leave in a second. */
  #turnOf({ window, priority }: Waiter, now: number): number {
    const before = this.#ahead.filter((other) => other <= priority).length
    return before < this.#ceiling() ? window.readyAt(priority === PRIORITY.customer, now) : Infinity
  }

  #ceiling(): number {
    return Math.max(1, Math.floor(this.#requestsPerSecond * this.#share))
  }

  #globallyReadyAt(now: number): number {
    const windowStart = now - SECOND_MS - JITTER_MS
    while (this.#sent[0] !== undefined && this.#sent[0] <= windowStart) {
      this.#sent.shift()
    }
    const isFull = this.#sent.length + this.#leaving >= this.#ceiling()
    const [oldest = Infinity] = this.#sent
    return isFull ? oldest + SECOND_MS + JITTER_MS : 0
  }

  #window({ kind, guild_id }: BucketKey): BucketWindow {
    const id = `${kind}:${guild_id}`
    const known = this.#windows.get(id)
    if (known) {
      return known
    }
    const window = new BucketWindow()
    this.#windows.set(id, window)
    return window
  }
}

/** @param ms until the call could go; Infinity when others have to go first, which nobody can tell the time of */
function mustWait(ms: number): DiscordFailure {
  const wait = Number.isFinite(ms) ? ms : BLIND_WAIT_MS
  return new DiscordFailure(429, null, wait, "Rate limited")
}
