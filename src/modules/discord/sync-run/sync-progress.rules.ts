import type { SyncRunKind, SyncRunStatus } from "./statuses"

export interface SyncRunFacts {
  kind: SyncRunKind
  status: SyncRunStatus
  total: number
  done: number
  started_at: Date | null
  /** How much was done when it was started or last resumed. */
  started_done: number
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
export function wordsOf({ kind, status }: Pick<SyncRunFacts, "kind" | "status">): string {
  switch (status) {
    case "running":
      return RUNNING[kind]
    case "canceled":
      return CANCELED[kind]
    case "completed":
      return "Done."
    case "failed":
      return "Stopped by an error. What was done stays done."
  }
}

const RUNNING: Record<SyncRunKind, string> = {
  order_backfill: "Reading every order, oldest first. Buyers are served before it.",
  role_mapping:
    "Bringing the owners of the edited variants up to date. Buyers are served before it.",
  reconcile: "Comparing every member in Discord with what they bought.",
}

const CANCELED: Record<SyncRunKind, string> = {
  order_backfill:
    "Canceled. What was read stays; orders that were not read yet give nothing until the run is resumed or something happens to them.",
  role_mapping:
    "Canceled. Members that were not begun keep the roles they have, though the variants give others now. Resume the run to bring them up to date; who buys, connects or is retried is brought up to date all the same.",
  reconcile: "Canceled. What was compared stays as it was set right.",
}
