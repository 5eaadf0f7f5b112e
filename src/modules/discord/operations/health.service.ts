import { readSweep } from "../chore/clock"
import type { ModuleDeps } from "../deps"
import { unheardMs } from "../worker-mode"
import { healthOf, type Health, type HealthFacts } from "./health.rules"
import { runningProcesses } from "./process.store"

/** A probe waits for seconds at most, and must learn that the database does not answer. */
const PATIENCE_MS = 2_000

/** How the plugin is doing in this process. */
export class HealthService {
  readonly #deps: Pick<ModuleDeps, "db" | "calls">
  readonly #isHalted: () => boolean

  constructor(deps: Pick<ModuleDeps, "db" | "calls">, isHalted: () => boolean) {
    this.#deps = deps
    this.#isHalted = isHalted
  }

  /** From two short statements and this process's memory: Discord is not called. */
  async read(): Promise<Health> {
    return healthOf({
      database: await this.#readDatabase(),
      token: this.#deps.calls.token,
      is_halted: this.#isHalted(),
      now: Date.now(),
    })
  }

  async #readDatabase(): Promise<HealthFacts["database"]> {
    const { db } = this.#deps
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS)
    })
    try {
      const facts = Promise.all([readSweep(db), runningProcesses(db)]).then(([sweep, running]) => ({
        sweep_silent_ms: sweep?.ms ?? unheardMs(),
        has_swept: sweep?.is_done ?? false,
        running,
      }))
      return await Promise.race([facts.catch(() => null), patience])
    } finally {
      clearTimeout(timer)
    }
  }
}
