import { inPickOrder, matchingRoles, stepThrough } from "../role-search"

describe("searching roles", () => {
  const roles = [{ name: "Gold" }, { name: "Old guard" }, { name: "Silver" }]

  it.each([
    ["", ["Gold", "Old guard", "Silver"]],
    ["  ", ["Gold", "Old guard", "Silver"]],
    ["OLD", ["Gold", "Old guard"]],
    [" silver ", ["Silver"]],
    ["bronze", []],
  ])("for %j finds %j", (search, expected) => {
    expect(matchingRoles(roles, search).map(({ name }) => name)).toEqual(expected)
  })
})

it("puts roles that Discord keeps for itself last, and leaves the rest in their order", () => {
  const reasons = ["managed", null, "above_bot", "everyone", null] as const
  const roles = reasons.map((reason, at) => ({ name: String(at), reason }))
  expect(inPickOrder(roles).map(({ name }) => name)).toEqual(["1", "2", "4", "0", "3"])
})

describe("walking a list by keys", () => {
  it.each([
    ["ArrowDown", null, 0],
    ["ArrowDown", 0, 1],
    ["ArrowDown", 19, 0],
    ["ArrowUp", null, 19],
    ["ArrowUp", 0, 19],
    ["PageDown", null, 7],
    ["PageDown", 15, 19],
    ["PageUp", 5, 0],
    ["Home", 3, undefined],
    ["a", 3, undefined],
  ])("%s from %s leads to %s of twenty", (key, at, expected) => {
    expect(stepThrough(key, at, 20)).toBe(expected)
  })

  it("leads nowhere in an empty list", () => {
    expect(stepThrough("ArrowDown", null, 0)).toBeUndefined()
  })
})
