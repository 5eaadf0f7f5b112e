import { say } from "../../../../messages"
import type { ServerCheck } from "../server-checks.rules"
import { serverHealth, type HealthFacts } from "../server-health.rules"

const check = (over: Partial<ServerCheck> = {}): ServerCheck => ({
  id: "role_position",
  ok: true,
  severity: "error",
  message: say("server.position_ok"),
  fix: null,
  ...over,
})
const CANNOT_GIVE = say("server.cannot_give", { roles: ["Gold"] })
const NO_CHANNEL = say("server.channel_missing", { role: "Gold" })
const NO_INVITE = say("discord.create_invite_missing")
const BOT_IS_OUT = say("discord.bot_is_out")
const error = check({ ok: false, message: CANNOT_GIVE })
const warning = check({ ok: false, severity: "warning", message: NO_CHANNEL })

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
    ["a warning", facts({ checks: [check(), warning] }), "warning", NO_CHANNEL],
    [
      "an error, which comes before a warning",
      facts({ checks: [warning, error] }),
      "failing",
      CANNOT_GIVE,
    ],
    [
      "work that waits, though every check is well",
      facts({ parked_count: 3, parked_reason: NO_INVITE }),
      "failing",
      NO_INVITE,
    ],
    [
      "work that waits because of an error",
      facts({
        parked_count: 3,
        parked_reason: say("role.above_bot", { role: "Gold" }),
        checks: [error],
      }),
      "failing",
      CANNOT_GIVE,
    ],
    [
      "a pause, which stops everyone",
      facts({ status: "paused", pause_reason: BOT_IS_OUT, checks: [error] }),
      "paused",
      BOT_IS_OUT,
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
