import { impatient } from "../db/impatient"
import { countWorkers } from "../operations/process.store"
import { passes } from "../db/database-failure.rules"
import { shareOf } from "./ceiling-share.rules"
import { serversWithCustomers } from "./work.store"
import { reviewLeases } from "./lease.store"
import { messageOf, type SyncDeps } from "./deps"
import { LANES } from "./leases"

/** While nobody works in bulk there is nothing to take over, and a store on which nothing happens looks this much less often. */
const QUIET_FACTOR = 3

/** A look takes milliseconds. The pool of connections would go on hoping for a minute before it says that there is none. */
const PATIENCE_MS = 5_000

/** `refused`: it answers, and not as asked: a table is missing, say. */
type Trouble = "away" | "refused"
const WORDS: Record<Trouble, string> = {
  away: "does not answer",
  refused: "refuses what the plugin asks",
}

/** What a process does about the others. */
export interface Watched {
  watchMs: number
  /** Whether it takes over bulk work. */
  worksInBulk: () => boolean
  /** Servers that others work on, and that this process has had work on. */
  elsewhere: () => readonly string[]
  wake: (serverIds: readonly string[]) => void
}

/**
 * Looks after what other processes leave behind, in two short statements whatever the number of servers: bulk work of one that
 * died, customers that nobody serves. And it shares the bot's global limit with those that are at work.
 */
export class Watch {
  readonly #deps: SyncDeps
  readonly #watched: Watched
  #timer: NodeJS.Timeout | undefined
  #isStopped = false
  #trouble: Trouble | null = null
  /** Whether the others have been seen since this process began to work in bulk. */
  #knowsOthers = false

  constructor(deps: SyncDeps, watched: Watched) {
    this.#deps = { ...deps, db: impatient(deps.db) }
    this.#watched = watched
  }

  start(): void {
    if (this.#timer === undefined) {
      this.#lookIn(this.#watched.watchMs)
    }
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  #lookIn(ms: number): void {
    if (!this.#isStopped) {
      this.#timer = setTimeout(() => void this.#look(), ms)
      this.#timer.unref()
    }
  }

  /** Another may have begun in the same moment: until they are seen, there is room for one. */
  tookLane(): void {
    if (!this.#knowsOthers) {
      this.#deps.limits.share(shareOf({ mine: 1, others: [1], workers: 2 }))
    }
  }

  async #look(): Promise<void> {
    const { watchMs } = this.#watched
    let isQuiet = false
    const patience = setTimeout(() => this.#tell("away", "no answer for seconds"), PATIENCE_MS)
    patience.unref()
    try {
      isQuiet = !(await this.#lookAtLanes())
      this.#wake(await serversWithCustomers(this.#deps.db, watchMs))
      this.#tell(null)
    } catch (error) {
      this.#tell(passes(error) ? "away" : "refused", messageOf(error))
    } finally {
      clearTimeout(patience)
    }
    this.#lookIn(isQuiet ? watchMs * QUIET_FACTOR : watchMs)
  }

  /** Once when the database is gone or in the way, and once when all is well again. */
  #tell(trouble: Trouble | null, words = ""): void {
    const { logger } = this.#deps
    if (trouble !== this.#trouble) {
      if (trouble) {
        logger.warn(`discord: the database ${WORDS[trouble]}, work waits: ${words}`)
      } else {
        logger.info("discord: the database answers again")
      }
    }
    this.#trouble = trouble
  }

  /** @returns whether somebody works in bulk, as far as this process has to know */
  async #lookAtLanes(): Promise<boolean> {
    const { db, leases, limits } = this.#deps
    if (!this.#watched.worksInBulk()) {
      return false
    }
    const lanes = await reviewLeases(db, LANES.prefix)
    const counts = new Map<string, number>()
    for (const { owner } of lanes.filter(({ is_alive }) => is_alive)) {
      counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
    const mine = counts.get(leases.owner) ?? 0
    counts.delete(leases.owner)
    this.#knowsOthers = mine > 0
    const workers = await countWorkers(db)
    limits.share(shareOf({ mine, others: [...counts.values()], workers }))
    const busy = new Set(
      lanes.filter(({ is_alive }) => is_alive).map(({ id }) => LANES.serverOf(id)),
    )
    const left = lanes.filter(({ is_alive }) => !is_alive).map(({ id }) => LANES.serverOf(id))
    this.#wake([...left, ...this.#watched.elsewhere().filter((id) => !busy.has(id))])
    return lanes.length > 0
  }

  #wake(serverIds: readonly string[]): void {
    if (!this.#isStopped) {
      this.#watched.wake(serverIds)
    }
  }
}
