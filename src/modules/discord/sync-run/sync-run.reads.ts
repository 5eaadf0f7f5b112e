import { answered } from "../../../messages"
import { paceOf, describeRun } from "./sync-progress.rules"
import type { Db } from "../db/db"
import type { PageRequest } from "../membership/membership-rows.store"
import { listRuns, settleRuns, type SyncRunFilter, type SyncRunRow } from "./sync-run.store"
import type { AdminDiscordSyncRun } from "../../../types/http"

/** A run without what the shop calls its products: that is not the plugin's to know. */
export type UnnamedRun = Omit<AdminDiscordSyncRun, "products">

/** A page of runs. */
export interface RunPage extends PageRequest {
  sync_runs: UnnamedRun[]
  count: number
}

/** Runs as they stand now, newest first. One that has nothing left to do is seen to have ended, not a minute later. */
export async function listSyncRuns(
  db: Db,
  filter: SyncRunFilter,
  page: PageRequest,
): Promise<RunPage> {
  await settleRuns(db)
  const { runs, count } = await listRuns(db, filter, page)
  const now = new Date()
  return { sync_runs: runs.map((run) => present(run, now)), count, ...page }
}

function present(run: SyncRunRow, now: Date): UnnamedRun {
  const { cursor: _, started_at: __, started_done: ___, is_last, ...kept } = run
  const { created_at, finished_at, ...shown } = kept
  const { status, kind, dry_run } = run
  const isAsking = status === "waiting_for_admin"
  return {
    ...shown,
    ...paceOf(run, now),
    ...answered("message", describeRun(run)),
    can_cancel: status === "running" || isAsking,
    can_resume: (status === "canceled" || status === "failed") && is_last,
    can_confirm: isAsking || (kind === "reconcile" && dry_run && status === "completed" && is_last),
    created_at: created_at.toISOString(),
    finished_at: finished_at?.toISOString() ?? null,
  }
}
