import type { AdminMappedDiscordRole } from "../../../../types/http/role-mapping"
import type { AdminDiscordRole, AdminDiscordServer } from "../../../../types/http/server"
import { isDirty, restorePayload, selectionPayload } from "../role-payload"
import {
  chooseServer,
  chosenRoles,
  copyToAll,
  hasInvalidDays,
  isChosen,
  MAX_ACCESS_DAYS,
  parseDays,
  removeRole,
  type SavedVariants,
  setDays,
  startSelection,
  toggleRole,
  withFreshRoles,
} from "../role-selection"

const server = (id: string, status: AdminDiscordServer["status"] = "connected") =>
  ({ id, name: `Server ${id}`, status }) as AdminDiscordServer

const role = (role_id: string, over: Partial<AdminDiscordRole> = {}): AdminDiscordRole => ({
  id: `drole_${role_id}`,
  role_id,
  name: `Role ${role_id}`,
  color: 0xffd700,
  position: 1,
  managed: false,
  variant_count: 0,
  dangerous_permissions: [],
  dangerous_permission_details: [],
  opens_channels: null,
  assignable: true,
  reason: null,
  message: null,
  message_detail: null,
  ...over,
})

const mapped = (
  role_id: string,
  server_id = "a",
  over: Partial<AdminMappedDiscordRole> = {},
): AdminMappedDiscordRole => ({
  role_id,
  access_days: null,
  offered_from: null,
  name: `Role ${role_id}`,
  color: 0,
  server_id,
  server_name: `Server ${server_id}`,
  assignable: true,
  message: null,
  message_detail: null,
  ...over,
})

const [a, b] = [server("a"), server("b")]
const saved: SavedVariants = [
  { variant_id: "monthly", roles: [mapped("1"), mapped("2", "a", { access_days: 30 })], kept: [] },
  { variant_id: "yearly", roles: [], kept: [] },
]
const start = () => startSelection(saved, [a, b])
const ids = (selection: ReturnType<typeof start>, variantId: string) =>
  chosenRoles(selection, variantId).map(({ role_id }) => role_id)

describe("opening the selection", () => {
  it("shows what is saved and is not dirty", () => {
    const selection = start()
    expect(ids(selection, "monthly")).toEqual(["1", "2"])
    expect(chosenRoles(selection, "monthly").map(({ days }) => days)).toEqual([null, "30"])
    expect(isDirty(selection, saved)).toBe(false)
  })

  it.each([
    ["the server whose roles are used", [a, b], [mapped("9", "b")], "b"],
    ["else the first that is not disconnected", [server("a", "disconnected"), b], [], "b"],
    ["not a disconnected one, even if used", [server("a", "disconnected"), b], [mapped("1")], "b"],
    ["none where there is none", [], [], null],
  ])("opens on %s", (_case, servers, roles, expected) => {
    const { server_id } = startSelection([{ variant_id: "monthly", roles, kept: [] }], servers)
    expect(server_id).toBe(expected)
  })

  it("has no roles for a variant it has not heard of", () => {
    expect(chosenRoles(start(), "new")).toEqual([])
  })
})

describe("picking roles", () => {
  it("adds a role for that variant only, with its server", () => {
    const selection = toggleRole(start(), "yearly", role("3"), a)
    expect(chosenRoles(selection, "yearly")).toEqual([
      expect.objectContaining({
        role_id: "3",
        server_id: "a",
        server_name: "Server a",
        days: null,
      }),
    ])
    expect(ids(selection, "monthly")).toEqual(["1", "2"])
    expect(isDirty(selection, saved)).toBe(true)
  })

  it("takes a role away when toggled again, and is clean again", () => {
    const added = toggleRole(start(), "yearly", role("3"), a)
    expect(isDirty(toggleRole(added, "yearly", role("3"), a), saved)).toBe(false)
  })

  it("never adds a role the bot cannot give", () => {
    const blocked = role("3", { assignable: false, reason: "above_bot", message: "Too high." })
    expect(isDirty(toggleRole(start(), "yearly", blocked, a), saved)).toBe(false)
  })

  it("still takes away a chosen role that the bot can no longer give", () => {
    const blocked = role("1", { assignable: false, reason: "above_bot" })
    expect(isChosen(toggleRole(start(), "monthly", blocked, a), "monthly", "1")).toBe(false)
  })

  it("leaves the selection it was given as it was", () => {
    const selection = start()
    toggleRole(selection, "monthly", role("3"), a)
    removeRole(selection, "monthly", "1")
    expect(ids(selection, "monthly")).toEqual(["1", "2"])
  })

  it("is clean when the same roles were picked in another order", () => {
    const without = removeRole(start(), "monthly", "1")
    expect(isDirty(toggleRole(without, "monthly", role("1"), a), saved)).toBe(false)
  })
})

describe("the same roles for all variants", () => {
  it("are those of one, with their lengths, in place of what the others gave", () => {
    const selection = copyToAll(toggleRole(start(), "yearly", role("9"), a), "monthly", [
      "monthly",
      "yearly",
      "new",
    ])
    expect(["monthly", "yearly", "new"].map((id) => ids(selection, id))).toEqual([
      ["1", "2"],
      ["1", "2"],
      ["1", "2"],
    ])
    expect(selectionPayload(selection, saved).variants).toEqual(
      ["yearly", "new"].map((variant_id) => ({
        variant_id,
        roles: [
          { role_id: "1", access_days: null },
          { role_id: "2", access_days: 30 },
        ],
      })),
    )
  })

  it("can still be changed for one of them", () => {
    const same = copyToAll(start(), "monthly", ["monthly", "yearly"])
    const selection = removeRole(same, "yearly", "1")
    expect(["monthly", "yearly"].map((id) => ids(selection, id))).toEqual([["1", "2"], ["2"]])
  })
})

describe("several servers", () => {
  it("keeps the roles of one server while another is shown and picked from", () => {
    const selection = toggleRole(chooseServer(start(), "b"), "monthly", role("9"), b)
    expect(selection.server_id).toBe("b")
    expect(chosenRoles(selection, "monthly").map(({ server_id }) => server_id)).toEqual([
      "a",
      "a",
      "b",
    ])
  })

  it("does not count the server on show as a change", () => {
    expect(isDirty(chooseServer(start(), "b"), saved)).toBe(false)
  })
})

describe("days of access", () => {
  it.each([
    [null, null],
    ["", undefined],
    ["  ", undefined],
    ["30", 30],
    [" 030 ", 30],
    [String(MAX_ACCESS_DAYS), MAX_ACCESS_DAYS],
    [String(MAX_ACCESS_DAYS + 1), undefined],
    ["0", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["a month", undefined],
  ])("reads %j as %s", (days, expected) => {
    expect(parseDays(days)).toBe(expected)
  })

  it("keeps what was typed, and says when it is no length", () => {
    const selection = setDays(start(), "monthly", "1", "soon")
    expect(chosenRoles(selection, "monthly")[0]?.days).toBe("soon")
    expect(hasInvalidDays(selection)).toBe(true)
    expect(isDirty(selection, saved)).toBe(true)
  })

  it("is clean when the same number is typed differently", () => {
    const selection = setDays(start(), "monthly", "2", "030")
    expect(hasInvalidDays(selection)).toBe(false)
    expect(isDirty(selection, saved)).toBe(false)
  })

  it("is a change to take a length away, as access then lasts as long as owned", () => {
    const selection = setDays(start(), "monthly", "2", null)
    expect(hasInvalidDays(selection)).toBe(false)
    expect(selectionPayload(selection, saved).variants[0]?.roles[1]?.access_days).toBe(null)
  })

  it("is no length while the field is empty: that must not mean as long as owned", () => {
    expect(hasInvalidDays(setDays(start(), "monthly", "2", ""))).toBe(true)
  })
})

describe("what is saved", () => {
  it("names every role of a changed variant, with its length", () => {
    const selection = setDays(toggleRole(start(), "monthly", role("9"), b), "monthly", "1", "7")
    expect(selectionPayload(selection, saved)).toEqual({
      variants: [
        {
          variant_id: "monthly",
          roles: [
            { role_id: "1", access_days: 7 },
            { role_id: "2", access_days: 30 },
            { role_id: "9", access_days: null },
          ],
        },
      ],
    })
  })

  it("names a variant that now gives nothing", () => {
    const selection = removeRole(removeRole(start(), "monthly", "1"), "monthly", "2")
    expect(selectionPayload(selection, saved)).toEqual({
      variants: [{ variant_id: "monthly", roles: [] }],
    })
  })

  it("leaves out variants that did not change", () => {
    expect(selectionPayload(start(), saved)).toEqual({ variants: [] })
  })
})

describe("taking a change back", () => {
  it("names the variants that changed, with what they gave before", () => {
    const selection = toggleRole(removeRole(start(), "monthly", "2"), "yearly", role("3"), a)
    expect(restorePayload(selection, saved)).toEqual({
      variants: [
        {
          variant_id: "monthly",
          roles: [
            { role_id: "1", access_days: null, offered_from: null },
            { role_id: "2", access_days: 30, offered_from: null },
          ],
          kept: [],
        },
        { variant_id: "yearly", roles: [], kept: [] },
      ],
    })
  })
})

describe("chosen roles after a second look at Discord", () => {
  const known = (...roles: AdminDiscordRole[]) => new Map(roles.map((each) => [each.role_id, each]))

  it("show their new name and whether the bot can give them", () => {
    const chosen = chosenRoles(start(), "monthly")
    const raised = role("2", { name: "Gold", assignable: false, message: "Too high." })
    const [first, second] = withFreshRoles(chosen, known(raised))
    expect(first).toBe(chosen[0])
    expect(second).toEqual({ ...chosen[1], ...freshly(raised) })
  })

  it("are the very same list when none of them is among the roles read", () => {
    const chosen = chosenRoles(start(), "monthly")
    expect(withFreshRoles(chosen, known(role("9")))).toBe(chosen)
  })

  const freshly = (role: AdminDiscordRole) => ({
    name: role.name,
    color: role.color,
    assignable: role.assignable,
    message: role.message,
    message_detail: role.message_detail,
    dangerous_permission_details: role.dangerous_permission_details,
  })
})
