import { render, say } from "../../../../messages"
import { SYNC_RUN_KINDS, SYNC_RUN_STATUSES } from "../../statuses.rules"
import { describeRun, paceOf, type SyncRunFacts } from "../sync-progress.rules"

const START = new Date("2026-11-22T12:00:00Z")
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const run = (facts: Partial<SyncRunFacts>): SyncRunFacts => ({
  kind: "role_mapping",
  status: "running",
  total: 100,
  done: 0,
  started_at: START,
  started_done: 0,
  dry_run: false,
  takings: null,
  ...facts,
})

describe("the pace of a run", () => {
  it.each([
    ["half done in ten seconds", run({ done: 50 }), 10, 5, 10],
    ["resumed: only what was done since counts", run({ done: 60, started_done: 50 }), 10, 1, 40],
    ["all done", run({ done: 100 }), 10, 10, 0],
    ["nothing done yet", run({}), 10, null, null],
    ["too early to tell", run({ done: 5 }), 0.5, null, null],
    ["not started", run({ done: 5, started_at: null }), 10, null, null],
    ["canceled", run({ done: 50, status: "canceled" }), 10, null, null],
  ])("%s", (_name, facts, seconds, rate, remaining_seconds) => {
    expect(paceOf(facts, after(seconds))).toEqual({ rate, remaining_seconds })
  })
})

it("says in words what every kind of run does, or why it does no more", () => {
  const words = SYNC_RUN_KINDS.flatMap((kind) =>
    SYNC_RUN_STATUSES.flatMap((status) =>
      [false, true].map((dry_run) => render(describeRun(run({ kind, status, dry_run })))),
    ),
  )
  expect(words.every((text) => text.endsWith("."))).toBe(true)
  const canceled = describeRun(run({ status: "canceled" }))
  expect(canceled).toEqual(say("sync_run.role_mapping_canceled"))
  expect(render(canceled)).toContain("Resume the run")
  const takings = { removed: 40, roles: 100 }
  const asks = describeRun(run({ kind: "reconcile", status: "waiting_for_admin", takings }))
  expect(render(asks)).toContain("take away 40 of the 100 roles")
})
