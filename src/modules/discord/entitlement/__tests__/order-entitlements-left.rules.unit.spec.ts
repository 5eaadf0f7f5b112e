import { ownershipsOfOrder } from "../order-entitlements.rules"
import { DEFAULTS, line, payment, refunded, order, reasonOf } from "./order-entitlements-cases"

describe("the order's status", () => {
  it.each(["pending", "completed", "archived", "requires_action"])(
    "%s leaves a paid order owned",
    (status) => {
      expect(reasonOf(order({ status }))).toBeNull()
    },
  )

  it("canceled ends a paid order", () => {
    expect(reasonOf(order({ status: "canceled" }))).toBe("order_canceled")
  })

  it("canceled is the reason told, even when it was refunded or never paid", () => {
    const status = "canceled"
    expect(reasonOf(order({ status, payments: [refunded(20)] }))).toBe("order_canceled")
    expect(reasonOf(order({ status, payments: [payment()] }))).toBe("order_canceled")
  })

  it("a draft is no order yet, however paid", () => {
    expect(reasonOf(order({ status: "draft" }))).toBe("order_not_paid")
    expect(reasonOf(order({ status: "draft", total: 0, payments: [] }))).toBe("order_not_paid")
  })
})

describe("what is still the customer's of a line", () => {
  it.each([
    ["one piece", {}, null],
    ["one of two came back", { quantity: 2, return_received_quantity: 1 }, null],
    ["the only piece came back", { return_received_quantity: 1 }, "item_returned"],
    ["the only piece came back damaged", { return_dismissed_quantity: 1 }, "item_returned"],
    ["the only piece was written off", { written_off_quantity: 1 }, "item_returned"],
    [
      "each of three went another way",
      {
        quantity: 3,
        return_received_quantity: 1,
        return_dismissed_quantity: 1,
        // Medusa writes off what came back damaged, too.
        written_off_quantity: 2,
        claimed_back_quantity: 0,
      },
      "item_returned",
    ],
    ["an edit took the line out", { quantity: 0 }, "item_removed"],
  ])("%s", (_case, over, expected) => {
    expect(reasonOf(order({ items: [line("gold", over)] }))).toBe(expected)
  })

  it("a variant bought on two lines is owned while one of them is", () => {
    const back = line("gold", { return_received_quantity: 1 })
    expect(ownershipsOfOrder(order({ items: [back, line("gold")] }), DEFAULTS)).toEqual([
      { variant_id: "gold", quantity: 1, ended_reason: null },
    ])
    expect(ownershipsOfOrder(order({ items: [back, back] }), DEFAULTS)).toEqual([
      { variant_id: "gold", quantity: null, ended_reason: "item_returned" },
    ])
  })

  it.each([
    ["one piece", [line("gold")], 1],
    ["three pieces of a line", [line("gold", { quantity: 3 })], 3],
    ["pieces on two lines together", [line("gold", { quantity: 2 }), line("gold")], 3],
    ["what a return left", [line("gold", { quantity: 3, return_received_quantity: 1 })], 2],
    ["what a claim left", [line("gold", { quantity: 3, written_off_quantity: 2 })], 1],
    ["a begun piece as a whole one", [line("gold", { quantity: 1.5 })], 2],
    ["no more than a column holds", [line("gold", { quantity: 5e12 })], 1_000_000],
    ["nothing new once none is left", [line("gold", { return_received_quantity: 1 })], null],
  ])("counts %s", (_case, items, expected) => {
    expect(ownershipsOfOrder(order({ items }), DEFAULTS)).toMatchObject([{ quantity: expected }])
  })

  it("the return of one variant leaves the others", () => {
    const items = [line("gold", { return_received_quantity: 1 }), line("silver")]
    expect(ownershipsOfOrder(order({ items }), DEFAULTS)).toEqual([
      { variant_id: "gold", quantity: null, ended_reason: "item_returned" },
      { variant_id: "silver", quantity: 1, ended_reason: null },
    ])
  })

  it("what ends the order ends every variant, for the order's reason", () => {
    const items = [line("gold", { return_received_quantity: 1 }), line("silver")]
    expect(ownershipsOfOrder(order({ items, status: "canceled" }), DEFAULTS)).toEqual([
      { variant_id: "gold", quantity: null, ended_reason: "order_canceled" },
      { variant_id: "silver", quantity: 1, ended_reason: "order_canceled" },
    ])
  })

  it("a line without a variant gives nothing", () => {
    expect(ownershipsOfOrder(order({ items: [line(null)] }), DEFAULTS)).toEqual([])
    expect(ownershipsOfOrder(order({ items: [] }), DEFAULTS)).toEqual([])
  })
})

it("says the same of the same order, read a second time", () => {
  const facts = order({ items: [line("gold"), line("silver", { return_received_quantity: 1 })] })
  expect(ownershipsOfOrder(facts, DEFAULTS)).toEqual(ownershipsOfOrder(facts, DEFAULTS))
})
