import { retryDelayMs } from "../domain/backoff"

/**
 * Pauses a lane while Discord does not answer, so that an outage costs a few calls and not one for each member who waits.
 * After each pause one worker finds out for all.
 */
export class Hold {
  readonly #maxMs: number
  #failures = 0
  #until = 0
  #isProbing = false
  #isEnded = false
  readonly #sleepers = new Set<() => void>()

  /** @param maxMs longest pause between two tries */
  constructor(maxMs: number) {
    this.#maxMs = maxMs
  }

  /**
   * Each answer ends the trouble; each call without one prolongs the pause, once for calls that failed together.
   *
   * @returns whether the trouble has just begun
   */
  report(unanswered: boolean): boolean {
    if (!unanswered) {
      this.#failures = 0
      this.#until = 0
      this.#wakeAll()
    } else if (Date.now() >= this.#until) {
      this.#failures++
      this.#until = Date.now() + Math.min(this.#maxMs, retryDelayMs(this.#failures, null))
      return this.#failures === 1
    }
    return false
  }

  /** Does a piece of work when the pause is over. */
  async over<T>(work: () => Promise<T>): Promise<T> {
    while (this.#failures > 0 && !this.#isEnded) {
      const ms = this.#until - Date.now()
      if (ms <= 0 && !this.#isProbing) {
        return this.#probe(work)
      }
      await this.#sleep(ms)
    }
    return work()
  }

  /** Nobody waits here any more. */
  end(): void {
    this.#isEnded = true
    this.#wakeAll()
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
