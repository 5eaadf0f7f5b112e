import type { ModuleDeps } from "../../deps"
import { impatient } from "../../db/impatient"
import { messageOf } from "../../engine/deps"
import { outcomeOf } from "../metrics.rules"
import {
  countsOf,
  HOUR_MS,
  hourOf,
  lastDay,
  sumOf,
  type CallCounts,
  type CallHour,
} from "./call-hours.rules"
import { addCalls, listCallHours } from "./call-hours.store"

const SAVE_MS = 60_000
const DAY_MS = 24 * HOUR_MS

/**
 * Counts this process's calls to Discord by the hour: in memory, and once a minute into the database where there were any. A process
 * that is killed takes what it counted since with it.
 */
export class CallHours {
  readonly #deps: Pick<ModuleDeps, "db" | "logger">
  readonly #everyMs: number
  #unsaved = new Map<number, CallCounts>()
  #savedAt = -Infinity

  constructor(deps: Pick<ModuleDeps, "db" | "logger" | "calls">, everyMs = SAVE_MS) {
    this.#deps = { ...deps, db: impatient(deps.db) }
    this.#everyMs = everyMs
    deps.calls.listen(({ status }) =>
      this.#add({ begins_at: hourOf(Date.now()), ...countsOf(outcomeOf(status)) }),
    )
  }

  /** Of all processes, as far as they have saved it, and of this one. */
  async read(now: number): Promise<CallHour[]> {
    const stored = await listCallHours(this.#deps.db, hourOf(now) - DAY_MS)
    return lastDay([...stored, ...this.#listUnsaved()], now)
  }

  /** Saves what was counted, when it is time to. @throws when the database does not take it: it is kept for the next time */
  async save(): Promise<void> {
    if (performance.now() - this.#savedAt >= this.#everyMs) {
      this.#savedAt = performance.now()
      await this.#saveNow()
    }
  }

  /** Saves what is left. The database may be gone already. */
  async leave(): Promise<void> {
    await this.#saveNow().catch((error: unknown) => {
      this.#deps.logger.info(
        `discord: the last calls to Discord are not counted: ${messageOf(error)}`,
      )
    })
  }

  async #saveNow(): Promise<void> {
    const since = Date.now() - DAY_MS
    const hours = this.#listUnsaved().filter(({ begins_at }) => begins_at > since)
    this.#unsaved = new Map()
    if (hours.length === 0) {
      return
    }
    try {
      await addCalls(this.#deps.db, hours)
    } catch (error) {
      hours.forEach((hour) => this.#add(hour))
      throw error
    }
  }

  #listUnsaved(): CallHour[] {
    return [...this.#unsaved].map(([begins_at, counts]) => ({ begins_at, ...counts }))
  }

  #add({ begins_at, ...counts }: CallHour): void {
    const before = this.#unsaved.get(begins_at)
    this.#unsaved.set(begins_at, before ? sumOf(before, counts) : counts)
  }
}
