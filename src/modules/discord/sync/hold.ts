import { retryDelayMs } from "../domain/backoff"

/**
 * Pauses a lane while Discord does not answer, so that an outage costs a few calls and not one for each member who waits.
 */
export class Hold {
  readonly #maxMs: number
  #failures = 0
  #until = 0
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
      this.end()
    } else if (Date.now() >= this.#until) {
      this.#failures++
      this.#until = Date.now() + Math.min(this.#maxMs, retryDelayMs(this.#failures, null))
      return this.#failures === 1
    }
    return false
  }

  /** Resolves when the pause is over. */
  async over(): Promise<void> {
    const ms = this.#until - Date.now()
    if (ms > 0) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          this.#sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        this.#sleepers.add(wake)
      })
    }
  }

  /** Wakes whoever waits. */
  end(): void {
    this.#sleepers.forEach((wake) => wake())
  }
}
