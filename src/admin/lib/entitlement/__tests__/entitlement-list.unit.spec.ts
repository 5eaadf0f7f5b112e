import { parseTableState } from "../../table-state"
import { accessTo } from "../access-link"
import { countIn, ENTITLEMENT_TABS, statesOf } from "../entitlement-tab"
import { dayAhead, wholeDays } from "../whole-days"

it.each([
  ["product_id", "prod_1"],
  ["variant_id", "variant_1"],
] as const)("who has access is linked to with %s set", (filter, id) => {
  const [path, query] = accessTo(filter, id).split("?")
  const params = Object.fromEntries(new URLSearchParams(query))
  expect(path).toBe("/settings/discord/access")
  expect(parseTableState(params).words(filter)).toEqual([id])
})

it("the tabs count what they show", () => {
  const counts = { total: 10, active: 1, upcoming: 2, suspended: 3, ended: 4 }
  expect(ENTITLEMENT_TABS.map((tab) => [tab, countIn(tab, counts), statesOf(tab)])).toEqual([
    ["active", 1, ["active"]],
    ["upcoming", 2, ["upcoming"]],
    ["suspended", 3, ["suspended"]],
    ["ended", 4, ["ended"]],
    ["all", 10, undefined],
  ])
})

describe("a range of days", () => {
  const at = (...time: [number, number, number, number?, number?, number?, number?]) =>
    new Date(...time).toISOString()

  it.each([
    ["goes to the end of its last day", at(2026, 10, 30), at(2026, 10, 30, 23, 59, 59, 999)],
    ["keeps an end with a time", at(2026, 10, 30, 12), at(2026, 10, 30, 12)],
    ["keeps what is no date", "soon", "soon"],
  ])("%s", (_what, $lte, end) => {
    expect(wholeDays({ $gte: at(2026, 10, 1), $lte })).toEqual({ $gte: at(2026, 10, 1), $lte: end })
  })

  it("may have no last day", () => {
    expect(wholeDays(undefined)).toBeUndefined()
    expect(wholeDays({ $gte: at(2026, 10, 1) })).toEqual({ $gte: at(2026, 10, 1) })
  })

  it("is counted from today", () => {
    const now = new Date(2026, 10, 27, 15)
    expect([dayAhead(0, now), dayAhead(7, now)]).toEqual([at(2026, 10, 27), at(2026, 11, 4)])
  })
})
