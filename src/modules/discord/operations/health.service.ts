import { readSweep } from "../chore/chore-silence.store"
import type { Db } from "../db/db"
import { passes } from "../db/database-failure.rules"
import { healthOf, type Health, type HealthFacts } from "./health.rules"
import type { ProcessService } from "./process.service"
import { runningProcesses } from "./process.store"

/** A probe waits for seconds at most, and must learn that the database does not answer. */
const PATIENCE_MS = 2_000

/** How the plugin is doing, in all processes of the store. */
export class HealthService {
  readonly #db: Db
  readonly #process: Pick<ProcessService, "token" | "otherTokens">

  constructor(db: Db, process: Pick<ProcessService, "token" | "otherTokens">) {
    this.#db = db
    this.#process = process
  }

  /** From a few short statements and this process's memory: Discord is not called. */
  async read(): Promise<Health> {
    return healthOf({
      database: await this.#readDatabase(),
      token: this.#process.token,
      now: Date.now(),
    })
  }

  async #readDatabase(): Promise<HealthFacts["database"]> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<"unreachable">((resolve) => {
      timer = setTimeout(() => resolve("unreachable"), PATIENCE_MS)
    })
    try {
      return await Promise.race([this.#ask(), patience])
    } catch (error) {
      return passes(error) ? "unreachable" : "failing"
    } finally {
      clearTimeout(timer)
    }
  }

  async #ask(): Promise<HealthFacts["database"]> {
    const [sweep, running, other_tokens] = await Promise.all([
      readSweep(this.#db),
      runningProcesses(this.#db),
      this.#process.otherTokens(),
    ])
    return {
      sweep_silent_ms: sweep.ms,
      has_swept: sweep.is_done,
      running,
      other_tokens,
    }
  }
}
