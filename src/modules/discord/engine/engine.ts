import { toFailure } from "../discord-api/errors"
import { ownerOf } from "../domain/error-owner"
import { PRIORITY } from "../domain/statuses"
import { readServerFacts } from "../servers"
import { serversWithWork } from "../store/claim"
import { markDue } from "../store/mark"
import {
  ailingServers,
  noteUnreadable,
  observeServer,
  pauseServer,
  replayParked,
  resumeServer,
} from "../store/servers"
import { canManageRoles } from "../domain/role-assignability"
import { DEFAULT_TIMES, messageOf, type SyncDeps, type SyncTimes } from "./deps"
import { Incidents } from "./incidents"
import { Lane, type LaneContext } from "./lane"

/** Brings every due membership to its desired roles. Wakes are hints, the rows are the truth. */
export class SyncEngine {
  readonly #context: LaneContext
  readonly #lanes = new Map<string, Lane>()
  #stopped = false
  #haltReason: string | null = null

  constructor(deps: SyncDeps, times: Partial<SyncTimes> = {}) {
    this.#context = {
      deps,
      times: { ...DEFAULT_TIMES, ...times },
      incidents: new Incidents(deps, (reason) => this.#halt(reason)),
      isHalted: () => this.#haltReason !== null,
    }
  }

  /** Why the bot does no work at all now, in words; null when it may. */
  get haltReason(): string | null {
    return this.#haltReason
  }

  /** Tells the engine that these servers have work. Returns at once. */
  wake(serverIds: readonly string[]): void {
    if (!this.#stopped && this.#haltReason === null) {
      serverIds.forEach((id) => this.#lane(id).wake())
    }
  }

  /** Finds the work that no wake told of: a crash, a clock, another process. */
  async sweep(): Promise<void> {
    const { db } = this.#context.deps
    await markDue(db, { kind: "clock" }, PRIORITY.bulk)
    this.wake(await serversWithWork(db))
  }

  /** Looks whether what was wrong has been mended, and goes on with the work that was kept. */
  async heal(): Promise<void> {
    const { db } = this.#context.deps
    const wasHalted = this.#haltReason !== null
    if (wasHalted && !(await this.#mayGoOn())) {
      return
    }
    for (const server of await ailingServers(db)) {
      if (wasHalted) {
        await replayParked(db, server.id)
      }
      await this.#healServer(server)
    }
    if (wasHalted) {
      await this.sweep()
    }
  }

  async #mayGoOn(): Promise<boolean> {
    const { bot, logger } = this.#context.deps
    try {
      await bot.readSelf()
    } catch (error) {
      logger.warn(`discord: the bot does not work yet: ${messageOf(error)}`)
      return false
    }
    logger.info("discord: the bot works again")
    this.#haltReason = null
    return true
  }

  /** Resolves when no lane is at work in this process. */
  async idle(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.idle()))
  }

  /** Records or gives back what is in hand and takes up nothing new. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()))
  }

  async #healServer({ id, guild_id }: { id: string; guild_id: string }): Promise<void> {
    const { deps } = this.#context
    try {
      const facts = await readServerFacts(deps.bot, guild_id)
      const mended = await observeServer(deps.db, facts)
      const resumed = canManageRoles(facts.bot_permissions) && (await resumeServer(deps.db, id))
      if (mended || resumed) {
        deps.logger.info(`discord: server ${id} was mended`)
        this.wake([id, ...(await replayParked(deps.db, id))])
      }
    } catch (error) {
      const verdict = ownerOf(toFailure(error), "read_server")
      if (verdict.reach === "server") {
        await noteUnreadable(deps.db, id, "bot_in_server")
        await pauseServer(deps.db, id, verdict.message)
      }
      deps.logger.warn(`discord: server ${id} is not mended yet: ${messageOf(error)}`)
    }
  }

  #halt(reason: string): void {
    if (this.#haltReason === null) {
      this.#haltReason = reason
      this.#context.deps.logger.error(`discord: all work has stopped. ${reason}`)
    }
  }

  #lane(serverId: string): Lane {
    const known = this.#lanes.get(serverId)
    if (known) {
      return known
    }
    const lane = new Lane(this.#context, serverId)
    this.#lanes.set(serverId, lane)
    return lane
  }
}
