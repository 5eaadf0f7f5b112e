import { render, say } from "../../../../messages"
import { diagnose, exitCodeOf, type DoctorFacts } from "../doctor.rules"
import { healthOf } from "../health.rules"

const health = healthOf({
  database: {
    sweep_silent_ms: 1000,
    has_swept: true,
    running: { processes: 1, with_own_locks: 1 },
    other_tokens: [],
  },
  token: { status: "unknown", seen_at: null },
  now: Date.parse("2026-11-28T06:00:01Z"),
})
const good = say("application.token_ok")
const bad = {
  ok: false,
  message: say("application.token_refused"),
  fix: say("application.token_fix"),
}
const server: DoctorFacts["servers"][number] = {
  name: "Example Community",
  status: "connected",
  pause_reason: null,
  parked_count: 0,
  checks: [{ id: "bot_in_server", ok: true, severity: "error", message: good, fix: null }],
}
const well: DoctorFacts = {
  health,
  application: [{ id: "bot_token", ok: true, message: good, fix: null }],
  unasked: null,
  servers: [server],
  members: {
    due: 1,
    synced: 2,
    retrying: 3,
    waiting_for_join: 4,
    waiting_for_customer: 5,
    waiting_for_admin: 0,
  },
  last_look_at: "2026-11-28T05:00:00.000Z",
  options: {
    grant_on: "authorized",
    redirect_urls: ["https://shop.example"],
  } as DoctorFacts["options"],
}
const late = healthOf({
  database: {
    sweep_silent_ms: 6 * 60_000,
    has_swept: true,
    running: { processes: 2, with_own_locks: 2 },
    other_tokens: [],
  },
  token: { status: "unknown", seen_at: null },
  now: Date.parse("2026-11-28T06:00:01Z"),
})

const said = (facts: DoctorFacts) =>
  diagnose(facts).flatMap(({ title, findings }) => [
    render(title),
    ...findings.map(({ severity, message }) => `${severity}: ${render(message)}`),
  ])

describe("the doctor", () => {
  it("says all of it in order", () => {
    expect(said(well)).toEqual([
      "The Discord application",
      "ok: Discord accepts the bot token.",
      "Discord server Example Community, as last read",
      "ok: Discord accepts the bot token.",
      "Work",
      "fact: Regular work was last done at 2026-11-28T06:00:00.000Z.",
      "fact: Processes of this store that run now, without this one: 1.",
      "fact: A member was last looked at in Discord at 2026-11-28T05:00:00.000Z.",
      "fact: Members: 2 in order, 4 being worked on, 9 waiting for the customer, 0 waiting for an admin.",
      "Options in force",
      'fact: grant_on: "authorized"',
      'fact: redirect_urls: ["https://shop.example"]',
    ])
  })

  it.each<[string, Partial<DoctorFacts>, number]>([
    ["all is well", {}, 0],
    ["the bot token is refused", { application: [{ id: "bot_token", ...bad }] }, 2],
    ["the public key is wrong", { application: [{ id: "public_key", ...bad }] }, 1],
    ["locks are not shared", { application: [{ id: "shared_locks", ...bad }] }, 1],
    ["an index is missing", { application: [{ id: "missing_index", ...bad }] }, 1],
    ["nobody sweeps", { application: [{ id: "sweep", ...bad }] }, 2],
    ["Discord is down", { application: null }, 2],
    ["no server is connected", { servers: [] }, 1],
    ["a server was disconnected", { servers: [{ ...server, status: "disconnected" }] }, 0],
    ["a server is paused", { servers: [{ ...server, status: "paused" }] }, 2],
    ["members wait for an admin", { servers: [{ ...server, parked_count: 3 }] }, 2],
    [
      "a check of a server warns",
      { servers: [{ ...server, checks: [{ id: "screening", severity: "warning", ...bad }] }] },
      1,
    ],
    [
      "a check of a server fails",
      { servers: [{ ...server, checks: [{ id: "manage_roles", severity: "error", ...bad }] }] },
      2,
    ],
    ["nothing was done yet", { last_look_at: null }, 0],
  ])("when %s", (_case, facts, code) => {
    expect(exitCodeOf(diagnose({ ...well, ...facts }))).toBe(code)
  })

  it("tells of the clock and of locks though Discord cannot be asked, and not twice when it can", () => {
    const unasked = said({ ...well, application: null, health: late })
    expect(unasked).toContainEqual(expect.stringContaining("failure: Nobody has swept"))
    expect(unasked).toContainEqual(expect.stringContaining("warning: 2 processes of this store"))
    expect(said({ ...well, health: late }).join()).not.toContain("Nobody has swept")
  })
})
