import { randomUUID } from "node:crypto"
import { retryDelayMs } from "../domain/backoff"
import { claimDue, isConnected, msUntilNextDue, type ClaimedMembership } from "../store/claim"
import type { Db } from "../store/db"
import { finishMembership } from "../store/record"
import type { SyncDeps, SyncTimes } from "./deps"
import { syncMembership } from "./sync-membership"

/** How many members of one server are worked on side by side. */
const WIDTH = 4
/** Longest sleep of a lane's own alarm; the sweep finds what lies further off. */
const MAX_ALARM_MS = 60_000
/** Timers may fire a little early, and would find nothing due. */
const ALARM_SLACK_MS = 5

/**
 * All work on one server, in this process. Discord's limits are per server, so one process at a time writes to it: the
 * Locking Module decides which.
 */
export class Lane {
  readonly #deps: SyncDeps
  readonly #times: SyncTimes
  readonly #serverId: string
  #running: Promise<void> | null = null
  #again = false
  #stopped = false
  #alarm: NodeJS.Timeout | undefined

  constructor(deps: SyncDeps, times: SyncTimes, serverId: string) {
    this.#deps = deps
    this.#times = times
    this.#serverId = serverId
  }

  /** Works until nothing is due. A wake during the work makes it look once more. */
  wake(): void {
    this.#again = true
    clearTimeout(this.#alarm)
    if (!this.#stopped) {
      this.#running ??= this.#run().finally(() => {
        this.#running = null
        if (this.#again) {
          this.wake()
        }
      })
    }
  }

  /** Resolves when the work in hand is done and recorded. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#alarm)
    await this.#running
  }

  async idle(): Promise<void> {
    while (this.#running) {
      await this.#running
    }
  }

  async #run(): Promise<void> {
    this.#again = false
    try {
      await this.#deps
        .locking()
        .execute(`discord:server:${this.#serverId}`, (signal) => this.#drain(signal), {
          timeout: this.#times.laneTimeoutMs / 1000,
        })
    } catch (error) {
      // Rows stay due: the process that holds the lane works on them, or the alarm comes back to them.
      this.#deps.logger.warn(`discord: lane of server ${this.#serverId} left: ${messageOf(error)}`)
    }
    await this.#setAlarm().catch((error: unknown) => {
      this.#deps.logger.warn(`discord: no alarm for server ${this.#serverId}: ${messageOf(error)}`)
    })
  }

  async #drain(signal?: AbortSignal): Promise<void> {
    const leaseId = randomUUID()
    const work = async (): Promise<void> => {
      while (!this.#stopped && !signal?.aborted) {
        const [claimed] = await claimDue(this.#deps.db, {
          server_id: this.#serverId,
          lease_id: leaseId,
          lease_ms: this.#times.leaseMs,
          limit: 1,
        })
        if (!claimed) {
          return
        }
        await this.#sync(claimed, leaseId)
      }
    }
    if (await isConnected(this.#deps.db, this.#serverId)) {
      await Promise.all(Array.from({ length: WIDTH }, work))
    }
  }

  /** One member whose rows are broken must not stop everyone else's. */
  async #sync(claimed: ClaimedMembership, leaseId: string): Promise<void> {
    try {
      await syncMembership(this.#deps, claimed, leaseId)
    } catch (error) {
      this.#deps.logger.error(`discord: membership ${claimed.id} failed: ${messageOf(error)}`)
      await giveBack(this.#deps.db, claimed, leaseId)
    }
  }

  async #setAlarm(): Promise<void> {
    const ms = await msUntilNextDue(this.#deps.db, this.#serverId)
    if (ms !== null && !this.#stopped && (await isConnected(this.#deps.db, this.#serverId))) {
      clearTimeout(this.#alarm)
      this.#alarm = setTimeout(() => this.wake(), Math.min(ms + ALARM_SLACK_MS, MAX_ALARM_MS))
      this.#alarm.unref()
    }
  }
}

async function giveBack(db: Db, claimed: ClaimedMembership, leaseId: string): Promise<void> {
  const attempts = claimed.attempts + 1
  await finishMembership(db, {
    membership_id: claimed.id,
    lease_id: leaseId,
    generation: claimed.generation,
    status: "retrying",
    retry_ms: retryDelayMs(attempts, null),
    attempts,
    recheck_at: null,
    error: { owner: "bug", code: null, message: "The plugin failed. The server's log says why." },
  })
}

/** Errors of Discord's client are logged by name and message only: their other fields hold what was sent. */
function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown error"
}
