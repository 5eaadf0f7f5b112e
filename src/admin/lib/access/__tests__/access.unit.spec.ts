import type {
  AdminCustomerDiscordRole,
  AdminDiscordEntitlementAccess,
} from "../../../../types/http"
import {
  isMoving,
  linkToSend,
  lookAgainMs,
  manualAccess,
  orderToClaim,
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

describe("the link to send", () => {
  const left = { in_server: false, error_owner: "customer", error_code: null } as const
  const inside = { in_server: true, error_owner: null, error_code: null } as const
  const linked = { status: "linked" } as const
  const refused = { status: "token_invalid" } as const
  it.each([
    ["a guest who has not claimed yet", "claim", false, null, []],
    ["a guest who left", "claim", false, linked, [left]],
    ["a guest who left one of two servers", "claim", false, linked, [inside, left]],
    ["a guest who took the store's access back and left", "claim", false, refused, [left]],
    ["a guest who holds all", null, false, linked, [inside]],
    ["a guest who has to accept the rules", null, false, linked, [{ ...left, in_server: true }]],
    ["a guest who is banned", null, false, linked, [{ ...left, error_code: "40007" }]],
    ["a guest whom the admin keeps out", null, false, linked, [{ ...left, error_owner: "admin" }]],
    ["a customer who has not connected", "connect", true, null, []],
    ["a customer who took the store's access back and left", "connect", true, refused, [left]],
    ["a customer who took the store's access back and is in", null, true, refused, [inside]],
    ["a customer who left: an invitation is enough", null, true, linked, [left]],
  ] as const)("for %s: %s", (_whom, expected, hasAccount, account, memberships) => {
    expect(linkToSend({ hasAccount, account, memberships, isEntitled: true })).toBe(expected)
    expect(linkToSend({ hasAccount, account, memberships, isEntitled: false })).toBeNull()
  })

  it("to a guest is that of the last order that gives something", () => {
    const bought = (source_id: string, starts_at: string, rest: object = {}) =>
      ({
        source: "order",
        source_id,
        starts_at,
        active: true,
        roles: [{}],
        ...rest,
      }) as AdminDiscordEntitlementAccess
    const first = bought("order_1", "2026-01-01T00:00:00Z")
    const second = bought("order_2", "2026-02-01T00:00:00Z")
    const others = [
      bought("grant", "2026-03-01T00:00:00Z", { source: "manual" }),
      bought("order_3", "2026-03-01T00:00:00Z", { active: false }),
      bought("order_4", "2026-03-01T00:00:00Z", { roles: [] }),
    ]
    expect(orderToClaim([first, ...others, second])).toBe("order_2")
    expect(orderToClaim(others)).toBeNull()
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
