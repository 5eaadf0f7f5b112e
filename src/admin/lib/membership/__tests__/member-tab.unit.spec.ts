import type { AdminDiscordMembershipCounts } from "../../../../types/http"
import { countIn, firstTab, isAnybodyStuck, MEMBER_TABS, movesOf } from "../member-tab"

const NOBODY: AdminDiscordMembershipCounts = {
  due: 0,
  synced: 0,
  retrying: 0,
  waiting_for_join: 0,
  waiting_for_customer: 0,
  waiting_for_admin: 0,
  held_back: 0,
  total: 0,
  moves: { admin: 0, customer: 0, store: 0 },
}

describe("the tabs of the members", () => {
  it.each([
    ["the admin's, where the admin is needed", { admin: 1, customer: 2, store: 3 }, "admin"],
    [
      "the customer's, where nobody needs the admin",
      { admin: 0, customer: 2, store: 3 },
      "customer",
    ],
    [
      "what is being worked on, where nobody is needed",
      { admin: 0, customer: 0, store: 3 },
      "store",
    ],
    ["all, where nothing is left to do", NOBODY.moves, "all"],
  ] as const)("begin with %s", (_, moves, tab) => {
    expect(firstTab({ moves })).toBe(tab)
  })

  it("count what they show", () => {
    const counts = { ...NOBODY, total: 9, moves: { admin: 1, customer: 2, store: 3 } }
    expect(MEMBER_TABS.map((tab) => [countIn(tab, counts), movesOf(tab)])).toEqual([
      [1, ["admin"]],
      [2, ["customer"]],
      [3, ["store"]],
      [9, undefined],
    ])
  })
})

describe("trying all again", () => {
  it.each([
    [{ retrying: 1 }, true],
    [{ waiting_for_join: 1 }, true],
    [{ waiting_for_customer: 1 }, true],
    [{ waiting_for_admin: 1 }, true],
    [{ due: 1 }, false],
    [{ synced: 1, total: 1 }, false],
  ])("with %j finds somebody: %s", (some, found) => {
    expect(isAnybodyStuck({ ...NOBODY, ...some })).toBe(found)
  })
})
