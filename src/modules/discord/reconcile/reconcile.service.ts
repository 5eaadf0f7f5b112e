import { MedusaError } from "@medusajs/framework/utils"
import { render, say } from "../../../messages"
import type { AdminDiscordDifferenceListResponse } from "../../../types/http"
import { DiscordFailure } from "../discord-api/errors"
import { Closing } from "../discord-api/rate-limits"
import { messageOf, type SyncDeps } from "../engine/deps"
import { ownerOf, saysBotIsOut } from "../engine/run/error-owner.rules"
import { readGateway } from "../gateway/gateway-state.store"
import type { PageRequest } from "../membership/membership-rows.store"
import { refused } from "../refused"
import type { Notice } from "../incident/notice"
import { noteUnreadable } from "../server/server.store"
import { passes } from "../db/database-failure.rules"
import { oneOfAKind } from "../sync-run/one-of-a-kind"
import { cancelRun, failRun, settleRuns } from "../sync-run/sync-run.store"
import { applyAll, countTakings } from "./difference.store"
import { listDifferences } from "./difference.reads"
import { reconcilePage } from "./reconcile-page"
import {
  askAdmin,
  askingRuns,
  beginReconcile,
  confirmReconcile,
  endComparing,
  markAskingTold,
  noteReconcile,
  openReconciles,
  readReconcile,
  reconcileTurns,
  type ReconcileRun,
} from "./reconcile-run.store"
import { asksFirst, isDue } from "./reconcile.rules"

/** Runs in one process at a time: read one by one, as many use up the bot's own limit; each holds a page of members in memory. */
const AT_ONCE = 8

/** Holds all members of a server against Discord, and has the engine mend what differs. */
export class ReconcileService {
  readonly #deps: SyncDeps
  readonly #wake: (serverIds: readonly string[]) => void
  readonly #working = new Map<string, Promise<void>>()
  #isStopped = false

  /** @param wake tells the engine which servers have work */
  constructor(deps: SyncDeps, wake: (serverIds: readonly string[]) => void) {
    this.#deps = deps
    this.#wake = wake
  }

  /**
   * Writes a run down; `takeUp` goes on with it, here or in another process.
   *
   * @param run.dry_run finds out what would be done, and changes nothing
   * @param run.actor_id null = the clock
   * @returns the run's id
   * @throws MedusaError CONFLICT while one runs
   */
  async begin(run: {
    server_id: string
    dry_run: boolean
    actor_id: string | null
  }): Promise<string> {
    // One that has nothing left to do has ended, though nobody has looked yet.
    await settleRuns(this.#deps.db)
    return oneOfAKind(() => beginReconcile(this.#deps.db, run))
  }

  /**
   * Has a run do what it has found: one that asks an admin, or a dry run that is over.
   *
   * @throws MedusaError NOT_ALLOWED when it is neither, CONFLICT while another runs
   */
  async confirm(id: string): Promise<void> {
    if (!(await oneOfAKind(() => confirmReconcile(this.#deps.db, id)))) {
      throw refused(MedusaError.Types.NOT_ALLOWED, say("refusal.sync_run_not_confirmable", { id }))
    }
  }

  /** What a run has found, member by member. */
  async listDifferences(
    runId: string,
    page: PageRequest,
  ): Promise<AdminDiscordDifferenceListResponse> {
    return listDifferences(this.#deps.db, runId, page)
  }

  /** Notices that are to be sent: runs that ask an admin. */
  async notices(): Promise<Notice[]> {
    const { db } = this.#deps
    const asking = await askingRuns(db)
    return asking.map(({ id, server_id, server_name: server, removed, roles }) => ({
      key: `${id}:asks`,
      server_id,
      title: say("server.notice_opened_title", { server }),
      description: say("server.notice_reconcile_asks", { removed, roles }),
      markSent: () => markAskingTold(db, id),
    }))
  }

  /**
   * Begins what is due: by the clock, and after a time in which nobody listened to Discord.
   *
   * @param at default: the database's time, which all processes share
   * @returns the runs' ids
   */
  async beginDue(at?: Date): Promise<string[]> {
    const { db } = this.#deps
    const gateway = await readGateway(db)
    const heardSince =
      gateway?.hears_members && gateway.session_at ? new Date(gateway.session_at) : null
    const due = (await reconcileTurns(db)).filter((turns) =>
      isDue(turns, at ?? turns.now, heardSince),
    )
    const begun: string[] = []
    for (const { id: server_id } of due) {
      try {
        begun.push(await this.begin({ server_id, dry_run: false, actor_id: null }))
      } catch (error) {
        // Somebody was faster, or the last one still runs.
        if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.CONFLICT) {
          throw error
        }
      }
    }
    return begun
  }

  /** Goes on with runs that nobody is at, a few at a time, while the caller does something else. */
  async takeUp(): Promise<void> {
    const waiting = await openReconciles(this.#deps.db)
    const next = () => {
      const id = waiting.find((each) => !this.#working.has(each))
      if (id === undefined || this.#isStopped || this.#working.size >= AT_ONCE) {
        return
      }
      waiting.splice(waiting.indexOf(id), 1)
      const work = this.#work(id).finally(() => {
        this.#working.delete(id)
        next()
      })
      this.#working.set(id, work)
      next()
    }
    next()
  }

  /** How many runs this process is at. */
  get working(): number {
    return this.#working.size
  }

  /** Resolves when this process is at no run. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) {
      await Promise.all(this.#working.values())
    }
  }

  /** Ends after the page in hand; the rest is taken up by the next process. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.idle()
  }

  async #work(id: string): Promise<void> {
    const { leases } = this.#deps
    try {
      await leases.alone(`reconcile:${id}`, async (isHeld) => {
        while (!this.#isStopped && isHeld() && (await this.#goOn(id))) {
          // Each page looks anew whether the run is still wanted.
        }
      })
    } catch (error) {
      await this.#leave(id, error)
    }
  }

  /** @returns whether there may be more to do */
  async #goOn(id: string): Promise<boolean> {
    const { db } = this.#deps
    const run = await readReconcile(db, id)
    if (run === null) {
      return false
    }
    if (run.server_status === "disconnected") {
      await cancelRun(db, id)
      return false
    }
    if (run.compared) {
      await this.#finish(run)
      return false
    }
    const goesOn = await reconcilePage(this.#deps, run)
    this.#wake([run.server_id])
    return goesOn
  }

  async #finish(run: ReconcileRun): Promise<void> {
    const { db } = this.#deps
    if (!run.dry_run) {
      // What takes nothing waits for nobody's word, though a process died before it was done.
      await applyAll(db, run.id, { takes: false })
      const takings = { removed: await countTakings(db, run.id), roles: run.roles }
      if (!run.confirmed && asksFirst(takings)) {
        await askAdmin(db, run.id, takings)
        this.#wake([run.server_id])
        return
      }
      await applyAll(db, run.id, { takes: true })
    }
    await endComparing(db, run)
    this.#wake([run.server_id])
  }

  /** What passes is left to who takes the run up next; what would come again each time ends it, in words. */
  async #leave(id: string, error: unknown): Promise<void> {
    const { db, logger } = this.#deps
    if (error instanceof Closing) {
      return
    }
    const verdict = error instanceof DiscordFailure ? ownerOf(error, "read_server") : null
    const isBotOut = error instanceof DiscordFailure && saysBotIsOut(error)
    const why = verdict ? render(verdict.message) : messageOf(error)
    const isPassing = verdict ? verdict.owner === "transient" : passes(error)
    try {
      if (isPassing) {
        logger.warn(`discord: ${id} stopped, and goes on within a minute: ${why}`)
        await noteReconcile(db, id, why)
      } else {
        logger.error(`discord: ${id} has failed, and goes on when it is resumed: ${why}`)
        const run = isBotOut ? await readReconcile(db, id) : null
        if (run) {
          // The server's own look, within a minute, sees to it.
          await noteUnreadable(db, run.server_id, "bot_in_server")
        }
        await failRun(db, id, why)
      }
    } catch (failure) {
      logger.warn(`discord: ${id} could not be ended: ${messageOf(failure)}`)
    }
  }
}
