import type { AdminDiscordSetupProgress } from "../../../types/http"
import {
  isSetUp,
  isUndone,
  SETUP_STEP_IDS,
  setupSteps,
  type ApplicationState,
} from "../setup-steps"

/** @param done how many of the steps after the application's are done, in their order */
const progress = (
  done: number,
  over: Partial<AdminDiscordSetupProgress> = {},
): AdminDiscordSetupProgress => ({
  server_connected: done > 0,
  role_in_reach: done > 1,
  variant_gives_role: done > 2,
  member_served: done > 3,
  server: done > 0 ? { id: "dserv_1", name: "Example Community" } : null,
  role_obstacle: done === 1 ? "above_bot" : null,
  ...over,
})

describe("the steps of the set-up", () => {
  it.each<[string, AdminDiscordSetupProgress, ApplicationState, string]>([
    ["at the very first", progress(0), "checking", "checking open later later later"],
    ["when the application is in order", progress(0), "in_order", "done open later later later"],
    ["when an option is wrong", progress(0), "faulty", "open open later later later"],
    ["when Discord does not answer", progress(1), "unknown", "open done open later later"],
    ["with a server", progress(1), "in_order", "done done open later later"],
    ["with a role in reach", progress(2), "in_order", "done done done open later"],
    ["with a variant that gives it", progress(3), "in_order", "done done done done open"],
    ["with a member served", progress(4), "in_order", "done done done done done"],
    [
      "with a bot that was moved down again",
      progress(4, { role_in_reach: false }),
      "in_order",
      "done done open done done",
    ],
    [
      "with a bot that was removed, before anybody was served",
      progress(0, { variant_gives_role: true }),
      "in_order",
      "done open later done later",
    ],
  ])("stand %s", (_case, given, application, expected) => {
    const steps = setupSteps(given, application)
    expect(SETUP_STEP_IDS.map((id) => steps[id]).join(" ")).toBe(expected)
  })

  it.each([
    ["nothing", progress(0), false],
    ["all but the member", progress(3), false],
    ["all", progress(4), true],
    ["all, and a bot that was moved down again", progress(4, { role_in_reach: false }), false],
  ])("with %s done: set up is %3$s", (_case, given, expected) => {
    expect(isSetUp(given)).toBe(expected)
  })

  it.each([
    ["a bot that is low from the beginning", progress(1), false],
    [
      "a role that was tested before any variant gives it",
      progress(2, { member_served: true }),
      false,
    ],
    ["all done", progress(4), false],
    ["a bot that was moved down again", progress(3, { role_in_reach: false }), true],
    ["a bot that was removed", progress(0, { variant_gives_role: true }), true],
  ])("with %s: come undone is %3$s", (_case, given, expected) => {
    expect(isUndone(given)).toBe(expected)
  })
})
