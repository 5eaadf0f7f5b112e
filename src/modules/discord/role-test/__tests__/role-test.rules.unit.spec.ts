import { say } from "../../../../messages"
import {
  checkTestedMember,
  checkTestedRole,
  isSurelyNotGiven,
  isTakenBack,
  stepRefused,
  takeBackDelayMs,
  type TestedMember,
} from "../role-test.rules"

const member = (over: Partial<TestedMember> = {}): TestedMember => ({
  role_name: "Gold",
  is_busy: false,
  in_server: true,
  holds_role: false,
  in_ledger: false,
  ...over,
})

describe("whether a role can be tested", () => {
  it.each([
    [
      "one the bot can give",
      { name: "Gold", unassignable_reason: null },
      true,
      say("role_test.can_give", { role: "Gold" }),
    ],
    [
      "one above the bot",
      { name: "Gold", unassignable_reason: "above_bot" as const },
      false,
      say("server.cannot_give", { roles: ["Gold"] }),
    ],
    ["one that is gone", null, false, say("role_test.role_gone")],
  ])("%s", (_case, role, ok, message) => {
    const step = checkTestedRole(role)
    expect(step).toMatchObject({ id: "role", ok })
    expect(step.message).toEqual(message)
    expect(step.fix === null).toBe(ok)
  })
})

describe("whether a member can be tested with", () => {
  const bought = say("role_test.bought", { role: "Gold" })
  it.each([
    ["somebody without the role", member(), true, say("role_test.ready", { role: "Gold" })],
    [
      "somebody who holds it already",
      member({ holds_role: true }),
      false,
      say("role_test.held", { role: "Gold" }),
    ],
    ["somebody who bought it", member({ in_ledger: true, holds_role: true }), false, bought],
    ["somebody who bought it and has not got it", member({ in_ledger: true }), false, bought],
    [
      "somebody outside the server",
      member({ in_server: false }),
      false,
      say("role_test.not_in_server"),
    ],
    ["somebody the engine is at work on", member({ is_busy: true }), false, say("role_test.busy")],
  ])("%s", (_case, given, ok, message) => {
    const step = checkTestedMember(given)
    expect(step).toMatchObject({ id: "member", ok })
    expect(step.message).toEqual(message)
    expect(step.fix === null).toBe(ok)
  })
})

it("says whether time or the admin mends a refusal", () => {
  const message = say("discord.no_answer")
  const refused = (owner: "transient" | "admin") =>
    stepRefused("add_role", { owner, reach: "server", message })
  expect(refused("transient")).toMatchObject({ message, fix: say("role_test.again") })
  expect(refused("admin")).toMatchObject({ message, fix: say("role_test.run_checks") })
})

describe("what was given and is not taken back", () => {
  it.each(["transient", "admin", "bug", "customer"] as const)("is not left to the %s", (owner) => {
    const message = say("discord.no_answer")
    const { fix } = stepRefused("remove_role", { owner, reach: "role", message })
    expect(fix).toEqual(say("role_test.goes_on"))
  })

  it.each([
    ["the member has left", 10007, true],
    ["the role is deleted", 10011, true],
    ["the role is none of this server's", 50028, true],
    ["the account is deleted", 10013, true],
    ["the bot may not", 50013, false],
    ["the bot is out of the server, and may come back", 10004, false],
    ["the bot does not see the server", 50001, false],
    ["nobody answered", null, false],
  ])("ends when %s: code %s, %s", (_case, code, ends) => {
    expect(isTakenBack({ code })).toBe(ends)
  })

  it.each([
    [null, false],
    [500, false],
    [502, false],
    [403, true],
    [404, true],
    [429, true],
  ])("was surely not given when Discord answered %s: %s", (status, isSure) => {
    expect(isSurelyNotGiven({ status })).toBe(isSure)
  })

  it("is asked for ever more rarely, and no sooner than Discord allows", () => {
    const minutes = [1, 2, 3, 4, 5, 8, 30].map((n) => takeBackDelayMs(n, null) / 60_000)
    expect(minutes).toEqual([0.5, 1, 2, 4, 8, 60, 60])
    expect(takeBackDelayMs(1, 90_000)).toBe(90_000)
    expect(takeBackDelayMs(3, 1_000)).toBe(120_000)
  })
})
