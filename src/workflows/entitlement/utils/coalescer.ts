import { setImmediate as turn } from "node:timers/promises"

interface Waiting<Job> {
  job: Job
  settle: { resolve: () => void; reject: (error: unknown) => void }[]
}

/** Does a batch of jobs. @returns what failed, by key; a key that is not in it is done */
export type Work<Job> = (jobs: Map<string, Job>) => Promise<Map<string, unknown>>

/**
 * Does the same job once for all who ask for it before it begins. Under load jobs pile up while a batch is being done and
 * are then done together: the busier the store, the less each of its changes costs.
 *
 * Whoever asks while the job is at work is served by a run that begins afterwards: what the running one has read may be
 * older than what they know.
 */
export class Coalescer<Job> {
  readonly #work: Work<Job>
  readonly #batchSize: number
  readonly #waiting = new Map<string, Waiting<Job>>()
  #draining: Promise<void> | null = null

  constructor(work: Work<Job>, batchSize: number) {
    this.#work = work
    this.#batchSize = batchSize
  }

  /** Resolves when the job has been done by a run that began after this call. @throws what made it fail */
  async do(key: string, job: Job): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const known = this.#waiting.get(key)
      if (known) {
        known.settle.push({ resolve, reject })
      } else {
        this.#waiting.set(key, { job, settle: [{ resolve, reject }] })
        this.#begin()
      }
    })
  }

  /** Resolves when nothing waits and nothing is at work. */
  async idle(): Promise<void> {
    while (this.#draining) {
      await this.#draining
    }
  }

  #begin(): void {
    this.#draining ??= this.#drain()
  }

  async #drain(): Promise<void> {
    // What is asked for in the same turn belongs to the first batch.
    await turn()
    while (this.#waiting.size > 0) {
      const batch = this.#take()
      const failures = await this.#do(batch)
      for (const [key, { settle }] of batch) {
        for (const { resolve, reject } of settle) {
          if (failures.has(key)) {
            reject(failures.get(key))
          } else {
            resolve()
          }
        }
      }
    }
    this.#draining = null
  }

  #take(): Map<string, Waiting<Job>> {
    const batch = new Map([...this.#waiting].slice(0, this.#batchSize))
    batch.forEach((_waiting, key) => this.#waiting.delete(key))
    return batch
  }

  async #do(batch: Map<string, Waiting<Job>>): Promise<Map<string, unknown>> {
    try {
      return await this.#work(new Map([...batch].map(([key, { job }]) => [key, job])))
    } catch (error) {
      return new Map([...batch.keys()].map((key) => [key, error]))
    }
  }
}
