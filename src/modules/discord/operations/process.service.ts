import { render, say } from "../../../messages"
import { newId } from "../db/db"
import { impatient } from "../db/impatient"
import { messageOf, type SyncDeps } from "../engine/deps"
import { locksCollide } from "./health.rules"
import type { TokenState } from "./bot-token.rules"
import {
  dropProcess,
  noteProcess,
  otherTokens,
  runningProcesses,
  type ProcessFacts,
} from "./process.store"

const BEAT_MS = 30_000

/** This process among those of the store. */
export class ProcessService {
  readonly #deps: Pick<SyncDeps, "db" | "logger">
  readonly #read: () => Omit<ProcessFacts, "id">
  readonly #id = newId("dproc")
  readonly #everyMs: number
  #beatAt = -Infinity
  #toldToken: TokenState["status"] | null = null
  #hasTold = false
  /** One after the other: the last word is the one that stays. */
  #telling: Promise<void> = Promise.resolve()
  #hasLeft = false

  /** @param read what this process is, known once Medusa has read its configuration */
  constructor(
    deps: Pick<SyncDeps, "db" | "logger">,
    read: () => Omit<ProcessFacts, "id">,
    everyMs = BEAT_MS,
  ) {
    this.#deps = { ...deps, db: impatient(deps.db) }
    this.#read = read
    this.#everyMs = everyMs
  }

  /** How the bot token stands here. */
  get token(): TokenState {
    return this.#read().token
  }

  /** How it stands in the processes beside this one, as they last said. */
  async otherTokens(): Promise<TokenState[]> {
    return otherTokens(this.#deps.db, this.#id)
  }

  /** Says that it is there, when it is time to, and says in the log that others are with whom it shares no locks. */
  async beat(): Promise<void> {
    const isTime = performance.now() - this.#beatAt >= this.#everyMs
    // A process whose work has stopped is known at once: others answer the probes.
    if (!isTime && this.token.status === this.#toldToken) {
      return
    }
    this.#beatAt = performance.now()
    const { db, logger } = this.#deps
    await this.#tell()
    const running = await runningProcesses(db)
    const collide = locksCollide(running)
    if (collide && !this.#hasTold) {
      const { processes } = running
      logger.warn(
        `discord: ${render(say("application.locks_own", { processes }))} ${render(say("application.locks_fix"))}`,
      )
    }
    this.#hasTold = collide
  }

  /** Something of it has changed that others want to know at once; if that cannot be written now, the next sign of life tells it. */
  async tell(): Promise<void> {
    await this.#tell().catch(() => undefined)
  }

  async #tell(): Promise<void> {
    const telling = this.#telling.then(async () => {
      if (!this.#hasLeft) {
        const facts = { id: this.#id, ...this.#read() }
        await noteProcess(this.#deps.db, facts)
        this.#toldToken = facts.token.status
      }
    })
    this.#telling = telling.catch(() => undefined)
    return telling
  }

  /** Its row goes with it. The database may be gone already. */
  async leave(): Promise<void> {
    this.#hasLeft = true
    await this.#telling
    await dropProcess(this.#deps.db, this.#id).catch((error: unknown) => {
      this.#deps.logger.info(
        `discord: this process is not struck off the list: ${messageOf(error)}`,
      )
    })
  }
}
