import { PRIORITY } from "../domain/statuses"
import { serversWithWork } from "../store/claim"
import { markDue } from "../store/mark"
import { DEFAULT_TIMES, type SyncDeps, type SyncTimes } from "./deps"
import { Lane } from "./lane"

/** Brings every due membership to its desired roles. Wakes are hints, the rows are the truth. */
export class SyncEngine {
  readonly #deps: SyncDeps
  readonly #times: SyncTimes
  readonly #lanes = new Map<string, Lane>()
  #stopped = false

  constructor(deps: SyncDeps, times: Partial<SyncTimes> = {}) {
    this.#deps = deps
    this.#times = { ...DEFAULT_TIMES, ...times }
  }

  /** Tells the engine that these servers have work. Returns at once. */
  wake(serverIds: readonly string[]): void {
    if (!this.#stopped) {
      serverIds.forEach((id) => this.#lane(id).wake())
    }
  }

  /** Finds the work that no wake told of: a crash, a clock, another process. */
  async sweep(): Promise<void> {
    await markDue(this.#deps.db, { kind: "clock" }, PRIORITY.change)
    this.wake(await serversWithWork(this.#deps.db))
  }

  /** Resolves when no lane is at work in this process. */
  async idle(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.idle()))
  }

  /** Finishes what is in hand and takes up nothing new. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()))
  }

  #lane(serverId: string): Lane {
    const known = this.#lanes.get(serverId)
    if (known) {
      return known
    }
    const lane = new Lane(this.#deps, this.#times, serverId)
    this.#lanes.set(serverId, lane)
    return lane
  }
}
