import type { AdminDiscordRole } from "../../../../types/http/server"
import { chooseByName, rolesByName } from "../roles-by-name"
import { chosenRoles, startSelection } from "../role-selection"

const SERVER = { id: "a", name: "Server a" }
const role = (role_id: string, name: string, over: Partial<AdminDiscordRole> = {}) => ({
  id: `drole_${role_id}`,
  role_id,
  name,
  color: 0,
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
const VARIANTS = [
  { id: "g", title: "Gold", details: null },
  { id: "s", title: " silver ", details: null },
]
const NOTHING = startSelection([], [])

describe("roles by the names of the variants", () => {
  it.each<[string, AdminDiscordRole[], Record<string, string>]>([
    ["one each, whatever the case", [role("1", "GOLD"), role("2", "Silver")], { g: "1", s: "2" }],
    ["none without a role of the name", [role("1", "Gold fan")], {}],
    ["none where two roles have the name", [role("1", "Gold"), role("2", "gold")], {}],
    ["none that the bot cannot give", [role("1", "Gold", { assignable: false })], {}],
    [
      "none that lets its holders manage the server",
      [role("1", "Gold", { dangerous_permissions: ["Administrator"] })],
      {},
    ],
  ])("are %s", (_, roles, expected) => {
    const found = rolesByName(VARIANTS, NOTHING, roles)
    expect(Object.fromEntries([...found].map(([id, { role_id }]) => [id, role_id]))).toEqual(
      expected,
    )
  })

  it("leave alone what was chosen already", () => {
    const roles = [role("1", "Gold"), role("2", "Silver"), role("3", "Bronze")]
    const chosen = chooseByName(NOTHING, new Map([["g", role("3", "Bronze")]]), SERVER)
    const all = chooseByName(chosen, rolesByName(VARIANTS, chosen, roles), SERVER)
    expect(chosenRoles(all, "g").map(({ name }) => name)).toEqual(["Bronze"])
    expect(chosenRoles(all, "s")).toMatchObject([{ name: "Silver", days: null, server_id: "a" }])
  })
})
