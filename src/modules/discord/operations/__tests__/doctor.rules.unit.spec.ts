import { render, say } from "../../../../messages"
import { diagnose, exitCodeOf, unableToLook, type DoctorFacts } from "../doctor.rules"
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
    ["Discord is down", { application: [{ id: "unasked", ...bad }] }, 2],
    ["another process does no work", { application: [{ id: "other_processes", ...bad }] }, 2],
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

  it.each([
    [
      "tables are missing",
      Object.assign(new Error('select 1 - relation "discord_lease" does not exist'), {
        code: "42P01",
      }),
      "Tables of the plugin are missing",
      "npx medusa db:migrate",
    ],
    ["the tables are older", { code: "42703" }, "Tables of the plugin", "npx medusa db:migrate"],
    [
      "something else stands in the way, without the statement",
      new Error("select 1 from x - no more connections"),
      "This stood in the way: no more connections",
      "",
    ],
  ])("cannot look when %s, and that is a failure", (_case, error, message, fix) => {
    const sections = unableToLook(error)
    expect(exitCodeOf(sections)).toBe(2)
    const [finding] = sections.flatMap(({ findings }) => findings)
    expect(finding && render(finding.message)).toContain(message)
    expect(finding?.fix ? render(finding.fix) : "").toContain(fix)
  })
})
