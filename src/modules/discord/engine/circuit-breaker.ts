import { retryDelayMs } from "./backoff.rules"

/** A call that was not sent: it is worth a try after some time. */
export interface Held {
  held_ms: number
}

/**
 * Keeps one kind of call back while Discord is away, so that an outage costs a few calls and not one for each member who
 * waits. Closed, all calls go; open, none does; after each pause it is half-open, and one call finds out for all.
 */
export class CircuitBreaker {
  readonly #maxMs: number
  #failures = 0
  #until = 0
  #isProbing = false
  #isEnded = false
  #suspect: string | null = null
  readonly #sleepers = new Set<() => void>()

  /** @param maxMs longest pause between two tries */
  constructor(maxMs: number) {
    this.#maxMs = maxMs
  }

  get isOpen(): boolean {
    return this.#failures > 0
  }

  /** Whose call failed last: somebody else's finds out more. Null while closed. */
  get suspect(): string | null {
    return this.#suspect
  }

  /**
   * Each answer closes it; each call without one prolongs the pause, once for calls that failed together.
   *
   * @param whose the membership that the call was for
   * @returns whether the trouble has just begun
   */
  report(isAway: boolean, whose: string | null = null): boolean {
    if (!isAway) {
      this.#failures = 0
      this.#until = 0
      this.#suspect = null
      this.#wakeAll()
      return false
    }
    this.#suspect = whose
    if (Date.now() < this.#until) {
      return false
    }
    this.#failures++
    this.#until = Date.now() + Math.min(this.#maxMs, retryDelayMs(this.#failures, null))
    return this.#failures === 1
  }

  /** Does a piece of work when the pause is over. */
  async over<T>(work: () => Promise<T>): Promise<T> {
    while (this.isOpen && !this.#isEnded) {
      const ms = this.#until - Date.now()
      if (ms <= 0 && !this.#isProbing) {
        return this.#probe(work)
      }
      await this.#sleep(ms)
    }
    return work()
  }

  /** Does a piece of work if it may be done now: nobody waits here. */
  async ifOver<T>(work: () => Promise<T>): Promise<T | Held> {
    if (!this.isOpen || this.#isEnded) {
      return work()
    }
    const ms = this.#until - Date.now()
    return ms <= 0 && !this.#isProbing ? this.#probe(work) : { held_ms: this.#comeBackMs(ms) }
  }

  /** Nobody waits here any more. */
  end(): void {
    this.#isEnded = true
    this.#wakeAll()
  }

  /** Late enough for the answer of the call that finds out, and spread: who was held must not come back all at once. */
  #comeBackMs(ms: number): number {
    const pause = Math.max(ms, retryDelayMs(1, null))
    return Math.round(pause * (1 + Math.random() / 4))
  }

  async #probe<T>(work: () => Promise<T>): Promise<T> {
    this.#isProbing = true
    try {
      return await work()
    } finally {
      this.#isProbing = false
      this.#wakeAll()
    }
  }

  /** @param ms none left: until the worker that finds out has done so */
  async #sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.#sleepers.delete(wake)
        resolve()
      }
      const timer = ms > 0 ? setTimeout(wake, ms) : undefined
      this.#sleepers.add(wake)
    })
  }

  #wakeAll(): void {
    this.#sleepers.forEach((wake) => wake())
  }
}
