import { checkTestedMember, checkTestedRole, stepRefused, type TestedMember } from "../role-test"

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
    ["one the bot can give", { name: "Gold", unassignable_reason: null }, true, /can give Gold/],
    [
      "one above the bot",
      { name: "Gold", unassignable_reason: "above_bot" as const },
      false,
      /cannot give Gold/,
    ],
    ["one that is gone", null, false, /does not exist/],
  ])("%s", (_case, role, ok, message) => {
    const step = checkTestedRole(role)
    expect(step).toMatchObject({
      id: "role",
      ok,
      message: expect.stringMatching(message) as string,
    })
    expect(step.fix === null).toBe(ok)
  })
})

describe("whether a member can be tested with", () => {
  it.each([
    ["somebody without the role", member(), true, /does not hold Gold yet/],
    ["somebody who holds it already", member({ holds_role: true }), false, /holds Gold already/],
    ["somebody who bought it", member({ in_ledger: true, holds_role: true }), false, /has bought/],
    ["somebody who bought it and has not got it", member({ in_ledger: true }), false, /has bought/],
    ["somebody outside the server", member({ in_server: false }), false, /not in the server/],
    ["somebody the engine is at work on", member({ is_busy: true }), false, /right now/],
  ])("%s", (_case, given, ok, message) => {
    const step = checkTestedMember(given)
    expect(step).toMatchObject({
      id: "member",
      ok,
      message: expect.stringMatching(message) as string,
    })
    expect(step.fix === null).toBe(ok)
  })
})

it("says whether time or the admin mends a refusal", () => {
  const words = (owner: "transient" | "admin") =>
    stepRefused("add_role", { owner, reach: "server", message: "No." }).fix
  expect(words("transient")).toContain("Try the test again")
  expect(words("admin")).toContain("health checks")
})
