import { refused } from "../refused"
import { say } from "../../../messages"
import { setTimeout as sleep } from "node:timers/promises"
import { MedusaError } from "@medusajs/framework/utils"
import type { SyncRunKind } from "../statuses.rules"
import { listSyncRuns, type RunPage, type UnnamedRun } from "./sync-run.reads"
import {
  holdBack,
  markOwners,
  release,
  unfinishedMappingRuns,
} from "../membership/mark-owners.store"
import type { PageRequest } from "../membership/membership-rows.store"
import type { EditTerms, NewMapping } from "../role-mapping/mapping-plan.rules"
import { editMappings } from "../role-mapping/role-mapping.store"
import {
  advanceRun,
  beginRun,
  cancelRun,
  completeRun,
  countChanges,
  failRun,
  listRuns,
  resumeRun,
  settleRuns,
  type SyncRunFilter,
} from "./sync-run.store"
import { messageOf, type SyncDeps } from "../engine/deps"
import { oneOfAKind } from "./one-of-a-kind"
import { passes } from "../db/database-failure.rules"

/** How long an edit waits for its owners to be marked before it answers; the rest is marked while nobody waits. */
const ANSWER_WITHIN_MS = 1_200

/** Bulk work that people can watch, stop and let go on. */
export class SyncRunService {
  readonly #deps: Pick<SyncDeps, "db" | "logger">
  readonly #wake: (serverIds: readonly string[]) => void
  readonly #marking = new Set<Promise<unknown>>()
  #stopped = false

  /** @param wake tells the engine which servers have work */
  constructor(deps: Pick<SyncDeps, "db" | "logger">, wake: (serverIds: readonly string[]) => void) {
    this.#deps = deps
    this.#wake = wake
  }

  /**
   * Replaces what some variants give, and marks those whom it concerns.
   *
   * @returns the servers that have work now, the first of it at least
   * @throws MedusaError INVALID_DATA
   */
  async editMappings(
    variantIds: string[],
    mappings: NewMapping[],
    actorId: string | null,
    terms?: EditTerms,
  ): Promise<string[]> {
    const { db } = this.#deps
    const { run_id, server_ids } = await editMappings(db, variantIds, mappings, actorId, terms)
    if (run_id !== null) {
      await Promise.race([
        this.#mark(run_id, server_ids),
        sleep(ANSWER_WITHIN_MS, undefined, { ref: false }),
      ])
    }
    return server_ids
  }

  async list(filter: SyncRunFilter, page: PageRequest): Promise<RunPage> {
    return listSyncRuns(this.#deps.db, filter, page)
  }

  /** @throws MedusaError NOT_FOUND that says where to look */
  async retrieve(id: string): Promise<UnnamedRun> {
    const { sync_runs } = await this.list({ id }, { limit: 1, offset: 0 })
    const [run] = sync_runs
    if (!run) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.sync_run_not_found", { id }))
    }
    return run
  }

  /** Stops a run: what it has not begun stays as it is. @throws MedusaError NOT_FOUND, NOT_ALLOWED when it has ended */
  async cancel(id: string): Promise<void> {
    const { status } = await this.retrieve(id)
    const kind = await cancelRun(this.#deps.db, id)
    if (kind === null) {
      throw refused(
        MedusaError.Types.NOT_ALLOWED,
        say("refusal.sync_run_ended", { id, status: say(`sync_run.status_${status}`) }),
      )
    }
    if (kind !== "order_backfill") {
      await holdBack(this.#deps.db, id)
    }
  }

  /** Lets a run go on that was canceled or has failed. @throws MedusaError NOT_FOUND, NOT_ALLOWED when it is neither, CONFLICT */
  async resume(id: string): Promise<SyncRunKind> {
    const { status } = await this.retrieve(id)
    const kind = await oneOfAKind(() => resumeRun(this.#deps.db, id))
    if (kind === null) {
      throw refused(
        MedusaError.Types.NOT_ALLOWED,
        say("refusal.sync_run_not_canceled", { id, status: say(`sync_run.status_${status}`) }),
      )
    }
    if (kind === "role_mapping") {
      await this.#mark(id, await release(this.#deps.db, id))
    } else if (kind === "reconcile") {
      this.#wake(await release(this.#deps.db, id))
    }
    return kind
  }

  /** Takes up what a dead process left undone, and ends what has nothing left to do. */
  async sweep(): Promise<void> {
    const { db } = this.#deps
    for (const { id, status } of await unfinishedMappingRuns(db)) {
      // One that cannot go on keeps no other from it.
      await this.#takeUp(id, status).catch((error: unknown) => this.#giveUp(id, error))
    }
    await settleRuns(db)
  }

  async #takeUp(id: string, status: string): Promise<void> {
    const { db } = this.#deps
    if (status === "canceled") {
      await holdBack(db, id)
    } else {
      await this.#mark(id, await release(db, id))
    }
  }

  /** @throws MedusaError CONFLICT while another one runs */
  async beginBackfill(actorId: string | null, total: number): Promise<string> {
    return oneOfAKind(() =>
      beginRun(this.#deps.db, { kind: "order_backfill", actor_id: actorId, total }),
    )
  }

  /** The backfill that runs, and how far it has come; null when none does. */
  async runningBackfill(): Promise<{ id: string; cursor: string | null } | null> {
    const { runs } = await listRunning(this.#deps.db)
    return runs[0] ?? null
  }

  /** Writes down what a piece of the backfill came to. @returns false when the run was canceled meanwhile */
  async advanceBackfill(
    id: string,
    piece: { order_ids: string[]; failed: number; since: Date },
  ): Promise<boolean> {
    const { order_ids, failed, since } = piece
    return advanceRun(this.#deps.db, id, {
      cursor: order_ids.at(-1) ?? "",
      done: order_ids.length,
      failed,
      ...(await countChanges(this.#deps.db, order_ids, since)),
    })
  }

  async completeBackfill(id: string): Promise<void> {
    await completeRun(this.#deps.db, id)
  }

  /** Ends after the set in hand; the rest is taken up by the next process. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#marking)
  }

  /** Marks to the end, whether anybody waits for it or not. */
  #mark(runId: string, serverIds: readonly string[]): Promise<void> {
    const work = markOwners(this.#deps.db, runId, () => !this.#stopped)
      .then(() => this.#wake(serverIds))
      .catch((error: unknown) => this.#giveUp(runId, error))
      .finally(() => this.#marking.delete(work))
    this.#marking.add(work)
    return work
  }

  /** What would come again each time ends the run, in words; what passes is left to the next sweep. */
  async #giveUp(runId: string, error: unknown): Promise<void> {
    const { db, logger } = this.#deps
    const why = messageOf(error)
    if (passes(error)) {
      logger.warn(`discord: ${runId} stopped, the sweep goes on: ${why}`)
      return
    }
    logger.error(`discord: ${runId} has failed, and goes on when it is resumed: ${why}`)
    await failRun(db, runId, why).catch((failure: unknown) => {
      logger.warn(`discord: ${runId} could not be ended: ${messageOf(failure)}`)
    })
  }
}

async function listRunning(db: SyncDeps["db"]) {
  return listRuns(db, { kind: ["order_backfill"], status: ["running"] }, { limit: 1, offset: 0 })
}
