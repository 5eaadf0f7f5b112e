import { say, type Message } from "../../../messages"
import type { Takings } from "../reconcile/reconcile.rules"
import type { SyncRunKind, SyncRunStatus } from "../statuses.rules"

export interface SyncRunFacts {
  kind: SyncRunKind
  status: SyncRunStatus
  dry_run: boolean
  total: number
  done: number
  started_at: Date | null
  /** How much was done when it was started or last resumed. */
  started_done: number
  /** What it would take away, when it asks first. */
  takings: Takings | null
}

export interface SyncPace {
  /** Per second; null before it can be told. */
  rate: number | null
  remaining_seconds: number | null
}

/** Shorter than this, a pace is chance. */
const TELLING_MS = 1_000

/** How fast a run is, and when it will be over at that pace. */
export function paceOf(run: SyncRunFacts, now: Date): SyncPace {
  const ms = run.started_at === null ? 0 : now.getTime() - run.started_at.getTime()
  const done = run.done - run.started_done
  if (run.status !== "running" || ms < TELLING_MS || done <= 0) {
    return { rate: null, remaining_seconds: null }
  }
  const rate = done / (ms / 1000)
  return {
    rate: Number(rate.toFixed(2)),
    remaining_seconds: Math.ceil(Math.max(0, run.total - run.done) / rate),
  }
}

/** What a run does, or what it means that it does no more. */
export function describeRun({
  kind,
  status,
  dry_run,
  takings,
}: Pick<SyncRunFacts, "kind" | "status" | "dry_run" | "takings">): Message {
  switch (status) {
    case "running":
      return dry_run ? say("sync_run.dry_running") : say(`sync_run.${kind}_running`)
    case "canceled":
      return say(`sync_run.${kind}_canceled`)
    case "waiting_for_admin": {
      const { removed, roles } = takings ?? { removed: 0, roles: 0 }
      return say("sync_run.reconcile_asks", { removed, roles })
    }
    case "completed":
      return dry_run ? say("sync_run.dry_completed") : say("sync_run.completed")
    case "failed":
      return say("sync_run.failed")
  }
}
