import type {
  AdminCustomerDiscordRole,
  AdminDiscordEntitlementAccess,
} from "../../../../types/http"
import {
  isMoving,
  lookAgainMs,
  manualAccess,
  mayClaimAgain,
  rolesOnlyFrom,
  rolesToLose,
} from "../access"

const role = (
  state: AdminCustomerDiscordRole["state"],
  origin: AdminCustomerDiscordRole["origin"] = "granted",
  why: [entitlement: string, active: boolean][] = [],
) =>
  ({
    state,
    origin,
    held: state === "held" || state === "ending",
    why: why.map(([entitlement_id, active]) => ({ entitlement_id, active })),
  }) as AdminCustomerDiscordRole

describe("looking again by itself", () => {
  it.each([
    ["pending", true],
    ["ending", true],
    ["held", false],
    ["waiting", false],
    ["withheld", false],
    ["ended", false],
  ] as const)("a role that is %s: %s", (state, expected) => {
    expect(isMoving([role("held"), role(state)], [])).toBe(expected)
  })

  it.each([
    ["due", false, true],
    ["due", true, false],
    ["synced", false, false],
    ["waiting_for_customer", false, false],
  ] as const)(
    "is asked for a member who is %s (held back: %s): %s",
    (status, held_back, expected) => {
      expect(isMoving([role("held")], [{ status, held_back }])).toBe(expected)
    },
  )

  it("grows rarer, but never stops", () => {
    expect([1, 2, 30, 1_000].map(lookAgainMs)).toEqual([1_000, 2_000, 30_000, 30_000])
  })
})

describe("a new claim link", () => {
  const left = { in_server: false, error_owner: "customer", error_code: null } as const
  const inside = { in_server: true, error_owner: null, error_code: null } as const
  const guest = { has_account: false }
  it.each([
    ["a guest who left", guest, true, [left], true],
    ["a guest who left one of two servers", guest, true, [inside, left], true],
    ["a guest who holds all", guest, true, [inside], false],
    ["a guest who has to accept the rules", guest, true, [{ ...left, in_server: true }], false],
    ["a guest who is banned", guest, true, [{ ...left, error_code: "40007" }], false],
    ["a guest whom the admin keeps out", guest, true, [{ ...left, error_owner: "admin" }], false],
    ["a guest who has not claimed yet", guest, false, [], false],
    ["a registered customer", { has_account: true }, true, [left], false],
    ["nobody", null, false, [], false],
  ] as const)("brings back %s: %s", (_whom, who, linked, memberships, expected) => {
    const customer = who && { id: "cus_1", email: null, ...who }
    expect(mayClaimAgain({ customer, linked, memberships })).toBe(expected)
  })
})

describe("roles that go", () => {
  it("are those the plugin gave and that are held, not those that were there before", () => {
    const given = role("held")
    const roles = [given, role("held", "adopted"), role("waiting"), role("withheld", "withheld")]
    expect(rolesToLose(roles)).toEqual([given])
  })

  it("with one access are those nothing else gives now", () => {
    const only = role("held", "granted", [["a", true]])
    const endedBeside = role("held", "granted", [
      ["a", true],
      ["b", false],
    ])
    const shared = role("held", "granted", [
      ["a", true],
      ["b", true],
    ])
    const others = role("held", "granted", [["b", true]])
    expect(rolesOnlyFrom("a", [only, endedBeside, shared, others])).toEqual([only, endedBeside])
  })
})

describe("access given by hand", () => {
  it("stands before what ended, the latest first, without orders and subscriptions", () => {
    const access = (
      id: string,
      source: string,
      starts_at: string,
      rest: { active: boolean; ends_at: string | null },
    ) => ({ id, source, starts_at, ...rest }) as AdminDiscordEntitlementAccess
    const standing = { active: true, ends_at: null }
    const given = manualAccess([
      access("order", "order", "2026-05-01T00:00:00Z", standing),
      access("over", "manual", "2026-04-01T00:00:00Z", {
        active: false,
        ends_at: "2026-04-02T00:00:00Z",
      }),
      access("first", "manual", "2026-01-01T00:00:00Z", standing),
      access("second", "manual", "2026-02-01T00:00:00Z", standing),
      access("planned", "manual", "2999-01-01T00:00:00Z", { active: false, ends_at: null }),
    ])
    expect(given.map(({ id }) => id)).toEqual(["planned", "second", "first", "over"])
  })
})
