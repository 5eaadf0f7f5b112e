import { retryDelayMs } from "../domain/backoff"
import { FINDINGS } from "../domain/error-owner"
import { PRIORITY } from "../domain/statuses"
import { Closing } from "../discord-api/rate-limits"
import {
  claimDue,
  isWorkedOn,
  msUntilNextDue,
  type Claim,
  type ClaimedMembership,
} from "../store/claim"
import { finishMembership, LostLease, releaseMembership } from "../store/record"
import { Crew } from "./crew"
import { messageOf, type SyncDeps, type SyncTimes } from "./deps"
import { Hold } from "./hold"
import type { Incidents } from "./incidents"
import { syncMembership } from "./sync-membership"

/** Members with a customer waiting, and all others, that are worked on side by side in one server. */
const CUSTOMER_WIDTH = 4
const OTHER_WIDTH = 8
/** How often a busy lane looks for customers that another process marked, and could not tell it of. */
const LOOK_MS = 500
/** Longest sleep of a lane's own alarm; the sweep finds what lies further off. */
const MAX_ALARM_MS = 60_000
/** Timers may fire a little early, and would find nothing due. */
const ALARM_SLACK_MS = 5

type Range = Pick<Claim, "most_urgent" | "least_urgent">

export interface LaneContext {
  deps: SyncDeps
  incidents: Incidents
  times: SyncTimes
  /** Whether the bot may not work at all now. */
  isHalted: () => boolean
}

/**
 * All work on one server, in this process. Discord's limits are per server, so one process at a time writes to it: the
 * Locking Module decides which.
 */
export class Lane {
  readonly #context: LaneContext
  readonly #serverId: string
  readonly #hold: Hold
  readonly #customers = new Crew(CUSTOMER_WIDTH, () =>
    this.#workOn({ most_urgent: PRIORITY.customer, least_urgent: PRIORITY.customer }),
  )
  readonly #others = new Crew(OTHER_WIDTH, () =>
    this.#workOn({ most_urgent: PRIORITY.change, least_urgent: PRIORITY.bulk }),
  )
  #signal: AbortSignal | undefined
  #running: Promise<void> | null = null
  #isDraining = false
  #again = false
  #stopped = false
  #alarm: NodeJS.Timeout | undefined

  constructor(context: LaneContext, serverId: string) {
    this.#context = context
    this.#serverId = serverId
    this.#hold = new Hold(context.times.holdMaxMs)
  }

  /** Works until nothing is due. A wake during the work is looked after at once. */
  wake(): void {
    if (this.#stopped) {
      return
    }
    this.#again = true
    clearTimeout(this.#alarm)
    if (this.#isDraining) {
      this.#manCrews()
    }
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (this.#again) {
        this.wake()
      }
    })
  }

  /** Resolves when the work in hand is recorded or given back. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#again = false
    clearTimeout(this.#alarm)
    this.#hold.end()
    await this.#running
  }

  async idle(): Promise<void> {
    while (this.#running) {
      await this.#running
    }
  }

  async #run(): Promise<void> {
    const { deps, times } = this.#context
    try {
      await deps
        .locking()
        .execute(`discord:server:${this.#serverId}`, (signal) => this.#drain(signal), {
          timeout: times.laneTimeoutMs / 1000,
        })
    } catch (error) {
      // Rows stay due: the process that holds the lane works on them, or the alarm comes back to them.
      deps.logger.warn(`discord: lane of server ${this.#serverId} left: ${messageOf(error)}`)
      this.#again = false
    }
    await this.#setAlarm().catch((error: unknown) => {
      deps.logger.warn(`discord: no alarm for server ${this.#serverId}: ${messageOf(error)}`)
    })
  }

  async #drain(signal?: AbortSignal): Promise<void> {
    this.#signal = signal
    this.#isDraining = true
    const look = setInterval(() => this.#customers.call(), LOOK_MS)
    try {
      while (this.#again && this.#mayWork()) {
        this.#again = false
        if (await isWorkedOn(this.#context.deps.db, this.#serverId)) {
          this.#manCrews()
          await Promise.all([this.#customers.done(), this.#others.done()])
        }
      }
    } finally {
      clearInterval(look)
      this.#isDraining = false
      await Promise.all([this.#customers.done(), this.#others.done()])
    }
  }

  #manCrews(): void {
    this.#customers.call()
    this.#others.call()
  }

  #mayWork(): boolean {
    return !this.#stopped && !this.#signal?.aborted && !this.#context.isHalted()
  }

  async #workOn(range: Range): Promise<boolean> {
    return this.#hold.over(() => this.#takeOne(range))
  }

  /** Takes one membership and brings it up to date. @returns whether there was one */
  async #takeOne(range: Range): Promise<boolean> {
    const { deps, times } = this.#context
    if (!this.#mayWork()) {
      return false
    }
    const [claimed] = await claimDue(deps.db, {
      server_id: this.#serverId,
      lease_ms: times.leaseMs,
      limit: 1,
      ...range,
    })
    if (claimed) {
      await this.#sync(claimed)
    }
    return claimed !== undefined
  }

  /** One member whose rows are broken must not stop everyone else's. */
  async #sync(claimed: ClaimedMembership): Promise<void> {
    const { deps, incidents } = this.#context
    const bot = deps.bot.at(claimed.priority)
    try {
      const outcome = await syncMembership({ ...deps, bot }, incidents, claimed)
      if (this.#hold.report(outcome.unanswered)) {
        deps.logger.warn(
          `discord: no answer from Discord for server ${this.#serverId}; its members wait and are tried again`,
        )
      }
    } catch (error) {
      if (error instanceof Closing) {
        await releaseMembership(deps.db, claimed.id, claimed.lease_id)
        return
      }
      if (error instanceof LostLease) {
        deps.logger.warn(`discord: ${error.message} after a long wait`)
        return
      }
      deps.logger.error(`discord: membership ${claimed.id} failed: ${messageOf(error)}`)
      await this.#giveBack(claimed)
    }
  }

  async #giveBack(claimed: ClaimedMembership): Promise<void> {
    const attempts = claimed.attempts + 1
    await finishMembership(this.#context.deps.db, {
      membership_id: claimed.id,
      lease_id: claimed.lease_id,
      generation: claimed.generation,
      status: "retrying",
      retry_ms: retryDelayMs(attempts, null),
      attempts,
      recheck_at: null,
      error: { owner: "bug", code: null, message: FINDINGS.plugin_failed },
    })
  }

  async #setAlarm(): Promise<void> {
    const { db } = this.#context.deps
    if (!this.#mayWork() || !(await isWorkedOn(db, this.#serverId))) {
      return
    }
    const ms = await msUntilNextDue(db, this.#serverId)
    if (ms !== null && !this.#stopped) {
      clearTimeout(this.#alarm)
      this.#alarm = setTimeout(() => this.wake(), Math.min(ms + ALARM_SLACK_MS, MAX_ALARM_MS))
      this.#alarm.unref()
    }
  }
}
