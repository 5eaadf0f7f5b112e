import type { ServerCheck } from "../server-checks"
import { serverHealth, type HealthFacts } from "../server-health"

const check = (over: Partial<ServerCheck> = {}): ServerCheck => ({
  id: "role_position",
  ok: true,
  severity: "error",
  message: "",
  fix: null,
  ...over,
})
const error = check({ ok: false, message: "The bot cannot give Gold." })
const warning = check({ ok: false, severity: "warning", message: "Gold opens no channel." })

const facts = (over: Partial<HealthFacts> = {}): HealthFacts => ({
  status: "connected",
  pause_reason: null,
  checks: [check()],
  parked_count: 0,
  parked_reason: null,
  ...over,
})

describe("the health of a server at a glance", () => {
  it.each([
    ["all is well", facts(), "healthy", null],
    ["a warning", facts({ checks: [check(), warning] }), "warning", "Gold opens no channel."],
    [
      "an error, which comes before a warning",
      facts({ checks: [warning, error] }),
      "failing",
      "The bot cannot give Gold.",
    ],
    [
      "work that waits, though every check is well",
      facts({ parked_count: 3, parked_reason: "Switch on Create Invite." }),
      "failing",
      "Switch on Create Invite.",
    ],
    [
      "work that waits because of an error",
      facts({ parked_count: 3, parked_reason: "Too high.", checks: [error] }),
      "failing",
      "The bot cannot give Gold.",
    ],
    [
      "a pause, which stops everyone",
      facts({ status: "paused", pause_reason: "The bot is gone.", checks: [error] }),
      "paused",
      "The bot is gone.",
    ],
    [
      "a disconnected server, which has nothing to mend",
      facts({ status: "disconnected", checks: [error], parked_count: 1 }),
      "disconnected",
      null,
    ],
  ])("%s", (_case, given, health, health_reason) => {
    expect(serverHealth(given)).toEqual({ health, health_reason })
  })
})
