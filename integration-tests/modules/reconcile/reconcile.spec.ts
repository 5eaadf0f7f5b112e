import { testByTheClock } from "./reconcile/by-the-clock"
import { testDryRun } from "./reconcile/dry-run"
import { testGuard } from "./reconcile/guard"
import { testInterrupted } from "./reconcile/interrupted"
import { testMembers } from "./reconcile/members"
import { testReading } from "./reconcile/reading"

describe("reconcile", () => {
  testReading()
  testMembers()
  testDryRun()
  testGuard()
  testInterrupted()
  testByTheClock()
})
