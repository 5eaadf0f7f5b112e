import { PRIORITY, type Priority } from "../statuses.rules"
import { AddressBar } from "./address-bar"
import { BucketWindow, type BucketHeaders, type BucketKey } from "./buckets"

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
  /** Whether something is still to be done before the call leaves. */
  prepares: boolean
  go: () => void
  stop: (error: Error) => void
}

/**
 * Lets each call go when Discord allows it, the most urgent first. Calls of different servers do not wait for each other;
 * all share the bot's global ceiling.
 */
export class RateLimits {
  readonly #requestsPerSecond: number
  /** What of it is this process's, while others work beside it. */
  #share = 1
  readonly #windows = new Map<string, BucketWindow>()
  /** When the calls of the last second left, oldest first. */
  readonly #sent: number[] = []
  /** Calls whose turn has come, and which have not left yet. */
  #preparing = 0
  #waiters: Waiter[] = []
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
   * @param prepare what is left to do when the turn has come: the call counts as leaving when that is done
   * @throws Closing when the client closes first
   * @throws whatever `prepare` throws: the slot is free again
   */
  async take(key: BucketKey, priority: Priority, prepare?: () => Promise<void>): Promise<void> {
    if (this.#closed) {
      throw new Closing()
    }
    const window = this.#window(key)
    await new Promise<void>((go, stop) => {
      const waiter = { window, priority, prepares: prepare !== undefined, go, stop }
      const later = this.#waiters.findIndex((other) => other.priority > priority)
      this.#waiters.splice(later === -1 ? this.#waiters.length : later, 0, waiter)
      this.#pump()
    })
    if (prepare) {
      await this.#prepare(window, prepare)
    }
  }

  /** Preparations take their time: calls let go one by one must not leave all at once, and break the ceiling together. */
  async #prepare(window: BucketWindow, prepare: () => Promise<void>): Promise<void> {
    try {
      await prepare()
      this.#sent.push(Date.now())
    } catch (error) {
      window.settle(true, Date.now())
      throw error
    } finally {
      this.#preparing--
      this.#pump()
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
    const waiters = this.#waiters
    this.#waiters = []
    waiters.forEach((waiter) => waiter.stop(new Closing()))
  }

  #pump(): void {
    clearTimeout(this.#timer)
    const now = Date.now()
    let next = Infinity
    const waiting: Waiter[] = []
    for (const waiter of this.#waiters) {
      const at = Math.max(
        this.#globallyReadyAt(now),
        this.bar.readyAt(now),
        waiter.window.readyAt(waiter.priority === PRIORITY.customer, now),
      )
      if (at <= now) {
        waiter.window.send()
        this.bar.letGo(now)
        if (waiter.prepares) {
          this.#preparing++
        } else {
          this.#sent.push(now)
        }
        waiter.go()
      } else {
        next = Math.min(next, at)
        waiting.push(waiter)
      }
    }
    this.#waiters = waiting
    if (next !== Infinity) {
      this.#timer = setTimeout(() => this.#pump(), Math.max(1, next - now))
      this.#timer.unref()
    }
  }

  #globallyReadyAt(now: number): number {
    const windowStart = now - SECOND_MS - JITTER_MS
    while (this.#sent[0] !== undefined && this.#sent[0] <= windowStart) {
      this.#sent.shift()
    }
    const ceiling = Math.max(1, Math.floor(this.#requestsPerSecond * this.#share))
    const isFull = this.#sent.length + this.#preparing >= ceiling
    const [oldest = Infinity] = this.#sent
    return Math.max(this.#blockedUntil, isFull ? oldest + SECOND_MS + JITTER_MS : 0)
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
