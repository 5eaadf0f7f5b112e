import type { StoreDiscordRoleState } from "../../types/http"
import { cssColor, isOnItsWay, lookAgainMs } from "../status"

const withRoles = (...states: StoreDiscordRoleState[]) =>
  ({
    servers: [{ roles: [] }, { roles: states.map((state) => ({ state })) }],
  }) as unknown as Parameters<typeof isOnItsWay>[0]

describe("a customer's status", () => {
  it.each([
    ["nothing", [], false],
    ["what is held", ["held"], false],
    ["what waits for somebody", ["held", "waiting"], false],
    ["a role on its way", ["held", "pending"], true],
  ] as const)("with %s: on its way = %#", (_what, states, expected) => {
    expect(isOnItsWay(withRoles(...states))).toBe(expected)
  })

  it("is looked at ever more rarely, and never in a rush", () => {
    expect([0, 1, 2, 30, 1_000].map(lookAgainMs)).toEqual([1_000, 1_000, 2_000, 30_000, 30_000])
  })

  it("has colours that CSS knows, and none for a role without one", () => {
    expect([0, 0x5865f2, 255].map((color) => cssColor({ color }))).toEqual([
      undefined,
      "#5865f2",
      "#0000ff",
    ])
  })
})
