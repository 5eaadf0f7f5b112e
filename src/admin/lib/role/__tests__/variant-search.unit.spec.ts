import { matchingVariants, needsSearch } from "../variant-search"

const variants = (...titles: string[]) =>
  titles.map((title) => ({ id: title, title, details: null }))

describe("looking for a variant", () => {
  it.each([
    [6, false],
    [7, true],
  ])("among %i is offered: %s", (count, expected) => {
    expect(needsSearch(variants(...Array.from({ length: count }, String)))).toBe(expected)
  })

  it.each([
    ["", ["Gold yearly", "Silver", "Gold"]],
    ["  ", ["Gold yearly", "Silver", "Gold"]],
    [" gOLD ", ["Gold yearly", "Gold"]],
    ["iron", []],
  ])("by %j finds %j", (search, expected) => {
    const found = matchingVariants(variants("Gold yearly", "Silver", "Gold"), search)
    expect(found.map(({ title }) => title)).toEqual(expected)
  })
})
