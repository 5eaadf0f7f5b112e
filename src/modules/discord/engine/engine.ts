import { render } from "../../../messages"
import { toFailure } from "../discord-api/errors"
import { ownerOf, saysBotIsOut } from "./run/error-owner.rules"
import { PRIORITY } from "../statuses.rules"
import { readServerFacts } from "../server/server-facts.service"
import { serversWithWork } from "./work.store"
import { markForLook } from "../membership/look.store"
import { markDue } from "../membership/mark.store"
import {
  hastenProbe,
  isPaused,
  pauseServer,
  resumeSeen,
  type ProbedBy,
} from "../server/server-pause.store"
import { ailingServers, noteUnreadable, observeServer, replayParked } from "../server/server.store"
import { canManageRoles } from "../server/role-assignability.rules"
import { CIRCUIT_KINDS, type CircuitKind } from "./circuits"
import { DEFAULT_TIMES, messageOf, type SyncDeps, type SyncTimes } from "./deps"
import { Incidents } from "./run/diagnosis"
import { Lane, type LaneContext } from "./lane"
import { Watch } from "./watch"

/** Longest wait for the answer of a call that is to tell whether a server goes on. */
const TRIAL_MS = 5_000
/** What is due before the next sweep, even if that comes late. */
const SOON_MS = 120_000
/** Between two questions of a process that stands whether it may go on. */
const ASK_AGAIN_MS = 60_000

/** Brings every due membership to its desired roles. Wakes are hints, the rows are the truth. */
export class SyncEngine {
  readonly #context: LaneContext
  readonly #lanes = new Map<string, Lane>()
  readonly #watch: Watch
  #stopped = false
  #haltReason: string | null = null
  /** Servers that could not be read when last looked at, and why. */
  readonly #ailing = new Map<string, string>()
  #askedAt = 0

  /** @param worksInBulk false in a process that only answers requests: it serves customers, and leaves the rest to others */
  constructor(
    deps: SyncDeps,
    times: Partial<SyncTimes> = {},
    worksInBulk: () => boolean = () => true,
  ) {
    this.#context = {
      deps,
      times: { ...DEFAULT_TIMES, ...times },
      incidents: new Incidents(deps, (reason) => this.#halt(render(reason))),
      isHalted: () => this.#haltReason !== null,
      worksInBulk,
      tookLane: () => this.#watch.tookLane(),
    }
    this.#watch = new Watch(deps, {
      watchMs: this.#context.times.watchMs,
      worksInBulk,
      elsewhere: () =>
        [...this.#lanes].filter(([, lane]) => lane.isElsewhere).map(([serverId]) => serverId),
      wake: (serverIds) => this.wake(serverIds),
    })
  }

  /** From now on it looks after what other processes leave behind, though nobody wakes it. */
  start(): void {
    this.#watch.start()
  }

  /** Why the bot does no work at all now, in words; null when it may. */
  get haltReason(): string | null {
    return this.#haltReason
  }

  /** In how many servers each kind of call is held back, since Discord does not answer it. */
  openCircuits(): Map<CircuitKind, number> {
    const open = [...this.#lanes.values()].flatMap((lane) => lane.openCircuits)
    return new Map(CIRCUIT_KINDS.map((kind) => [kind, open.filter((each) => each === kind).length]))
  }

  /** Tells the engine that these servers have work. Returns at once. */
  wake(serverIds: readonly string[]): void {
    if (!this.#stopped && this.#haltReason === null) {
      this.#watch.start()
      serverIds.forEach((id) => this.#lane(id).wake())
    }
  }

  /** Finds the work that no wake told of: a crash, a clock, another process. */
  async sweep(): Promise<void> {
    const { db } = this.#context.deps
    await markDue(db, { kind: "clock" }, PRIORITY.bulk)
    await markForLook(db)
    this.wake(await serversWithWork(db, SOON_MS))
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

  /**
   * A process that Discord's refusal has stopped looks for itself whether it may go on: no other knows that it stands. Where only a
   * call of somebody's was refused, it asks whether that still is so: the next one may be hours away.
   *
   * @param isRefused whether Discord refused the bot token when it was last used
   */
  async healSelf(isRefused: boolean): Promise<void> {
    const isHalted = this.#haltReason !== null
    if ((isHalted || isRefused) && Date.now() - this.#askedAt > ASK_AGAIN_MS) {
      this.#askedAt = Date.now()
      await (isHalted ? this.heal() : this.#context.deps.bot.readSelf().catch(() => undefined))
    }
  }

  async #mayGoOn(): Promise<boolean> {
    const { bot, logger } = this.#context.deps
    try {
      await bot.readSelf()
    } catch (error) {
      this.#tellAiling("bot", messageOf(error))
      return false
    }
    this.#ailing.delete("bot")
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
    this.#watch.stop()
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()))
  }

  /**
   * Has one call tried on a server that is paused because of a refusal.
   *
   * @returns after the answer, or some seconds: a full bucket may hold the call up for longer
   */
  async tryAgain(serverId: string, by: ProbedBy = "admin"): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, TRIAL_MS)
    })
    await Promise.race([this.#lane(serverId).tryAgain(by), patience])
    clearTimeout(timer)
  }

  async #healServer({ id, guild_id }: { id: string; guild_id: string }): Promise<void> {
    const { deps } = this.#context
    try {
      const facts = await readServerFacts(deps.bot, guild_id)
      const mended = await observeServer(deps.db, facts)
      const resumed = canManageRoles(facts.bot_permissions) && (await resumeSeen(deps.db, id))
      this.#ailing.delete(id)
      if (await isPaused(deps.db, id)) {
        if (mended) {
          await hastenProbe(deps.db, id)
        }
        await this.tryAgain(id, "clock")
      } else if (mended || resumed) {
        deps.logger.info(`discord: server ${id} was mended`)
        this.wake([id, ...(await replayParked(deps.db, id))])
      }
    } catch (error) {
      const failure = toFailure(error)
      if (saysBotIsOut(failure)) {
        await noteUnreadable(deps.db, id, "bot_in_server")
        const reason = ownerOf(failure, "read_server").message
        await pauseServer(deps.db, id, { reason, code: null })
      }
      this.#tellAiling(id, messageOf(error))
    }
  }

  /** Once as long as it stays so. */
  #tellAiling(serverId: string, words: string): void {
    if (this.#ailing.get(serverId) !== words) {
      this.#ailing.set(serverId, words)
      this.#context.deps.logger.warn(`discord: ${serverId} is not mended yet: ${words}`)
    }
  }

  #halt(reason: string): void {
    if (this.#haltReason === null) {
      this.#haltReason = reason
      this.#askedAt = Date.now()
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
