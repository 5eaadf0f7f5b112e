import { parseTableState } from "../table-state"

describe("what a table wrote into the address", () => {
  it("reads the page, the search and the choices of a filter", () => {
    const state = parseTableState({
      offset: "40",
      q: "ada",
      status: '["due","retrying"]',
      outcome: '"failed"',
    })
    expect([state.offset, state.q]).toEqual([40, "ada"])
    expect(state.choices("status")).toEqual(["due", "retrying"])
    expect(state.choices("outcome")).toEqual(["failed"])
  })

  it.each([
    ['"#1042"', ["#1042"]],
    ['["order_1","order_2"]', ["order_1", "order_2"]],
    ["order_1", ["order_1"]],
    ["1042", ["1042"]],
    [" #1042 ", ["#1042"]],
    ["ada@example.com", ["ada@example.com"]],
    ["", undefined],
    [" ", undefined],
    ["null", undefined],
    ["[]", undefined],
    ["{", undefined],
    ['""', undefined],
    ['"half', undefined],
  ])("reads words typed, or written by hand: %s", (written, words) => {
    expect(parseTableState({ order_id: written }).words("order_id")).toEqual(words)
  })

  it("reads the bounds of a date filter", () => {
    const state = parseTableState({ created_at: '{"$gte":"2026-11-01T00:00:00.000Z","$lt":"x"}' })
    expect(state.range("created_at")).toEqual({ $gte: "2026-11-01T00:00:00.000Z" })
  })

  it.each(["", "[]", "[null]", "{", "null", '""', "7"])("takes %j for no filter", (written) => {
    const state = parseTableState({ status: written })
    expect(state.choices("status")).toBeUndefined()
    expect(state.range("status")).toBeUndefined()
  })

  it.each(["-20", "1.5", "many", "1e300"])(
    "begins at the first page for the offset %s",
    (offset) => {
      expect(parseTableState({ offset }).offset).toBe(0)
    },
  )
})
