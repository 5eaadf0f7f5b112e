import { parseTableState } from "../../table-state"
import { membersOf } from "../members-link"

it.each([
  [undefined, "all"],
  ["admin", "admin"],
] as const)("a server's members are linked to with its filter set (%s)", (tab, shown) => {
  const [path, query] = membersOf("dserv_1", tab).split("?")
  const params = Object.fromEntries(new URLSearchParams(query))
  expect(path).toBe("/settings/discord/members")
  expect(params.tab).toBe(shown)
  expect(parseTableState(params).choices("server_id")).toEqual(["dserv_1"])
})
