import {
  dependsOnTotal,
  entitlementsOfOrder,
  ownershipsOfOrder,
  type OrderFacts,
} from "../order-entitlements.rules"
import {
  DEFAULTS,
  line,
  payment,
  AUTHORIZED,
  CAPTURED,
  refunded,
  order,
  reasonOf,
} from "./order-entitlements-cases"

describe("how paid an order must be", () => {
  it.each([
    ["authorized", "authorised in full", [AUTHORIZED], null],
    ["authorized", "captured in full", [CAPTURED], null],
    [
      "authorized",
      "captured by a provider that leaves nothing authorised behind",
      [payment({ captured_amount: 20 })],
      null,
    ],
    ["authorized", "awaiting authorisation: placed is not paid", [payment()], "order_not_paid"],
    ["authorized", "authorised in part", [payment({ authorized_amount: 19.99 })], "order_not_paid"],
    ["captured", "authorised only", [AUTHORIZED], "order_not_paid"],
    [
      "captured",
      "captured in part",
      [payment({ ...AUTHORIZED, captured_amount: 10 })],
      "order_not_paid",
    ],
    ["captured", "captured in full", [CAPTURED], null],
  ] as const)("with grantOn %s, %s", (grantOn, _case, payments, expected) => {
    const facts = order({ payments: [...payments] })
    expect(reasonOf(facts, { ...DEFAULTS, grantOn })).toBe(expected)
  })

  it.each([
    ["nothing was ever to be paid", []],
    ["a voucher left nothing to pay", [payment({ amount: 0 })]],
  ])("an order that costs nothing is owned when %s", (_case, payments) => {
    for (const total of [0, -5]) {
      expect(reasonOf(order({ total, payments }), { ...DEFAULTS, grantOn: "captured" })).toBeNull()
    }
  })

  it.each([
    ["nobody has made a payment yet", []],
    ["all there is is a voucher of nothing", [payment({ amount: 0 })]],
    ["its payments were cancelled to nothing", [payment({ amount: 0, authorized_amount: 20 })]],
  ])("an order that costs something is not paid while %s", (_case, payments) => {
    for (const grantOn of ["authorized", "captured"] as const) {
      expect(reasonOf(order({ total: 0.01, payments }), { ...DEFAULTS, grantOn })).toBe(
        "order_not_paid",
      )
    }
  })

  it("an unread total never means unpaid: it is an error where it decides, and else not asked for", () => {
    for (const payments of [[], [payment({ amount: 0 })]]) {
      const facts = order({ total: null, payments })
      expect(dependsOnTotal(facts)).toBe(true)
      expect(() => reasonOf(facts)).toThrow("order_01")
    }
    const settled = order({ total: null, payments: [payment({ amount: 0 }), CAPTURED] })
    expect(dependsOnTotal(settled)).toBe(false)
    expect(reasonOf(settled)).toBeNull()
  })

  it("an order that edits made free stays unpaid for while its payment is open", () => {
    expect(reasonOf(order({ total: 0, payments: [payment()] }))).toBe("order_not_paid")
  })

  it("the open difference of an order edit takes nothing away from what was paid", () => {
    expect(reasonOf(order({ payments: [CAPTURED, payment({ amount: 5 })] }))).toBeNull()
  })

  it("an open payment is not settled by a voucher beside it", () => {
    expect(reasonOf(order({ payments: [payment({ amount: 0 }), payment()] }))).toBe(
      "order_not_paid",
    )
  })
})

describe("refunds", () => {
  it.each([
    ["full", "no refund", 0, null],
    ["full", "a refund of a part", 19.99, null],
    ["full", "a refund of all", 20, "order_refunded"],
    ["any", "no refund", 0, null],
    ["any", "a refund of a cent", 0.01, "order_refunded"],
    ["any", "a refund of all", 20, "order_refunded"],
    ["never", "a refund of all", 20, null],
  ] as const)("with revokeOnRefund %s, %s", (revokeOnRefund, _case, amount, expected) => {
    const facts = order({ payments: [refunded(amount)] })
    expect(reasonOf(facts, { ...DEFAULTS, revokeOnRefund })).toBe(expected)
  })

  it("the refund of one payment of two is a refund of a part", () => {
    expect(reasonOf(order({ payments: [refunded(20), CAPTURED] }))).toBeNull()
    expect(reasonOf(order({ payments: [refunded(20), refunded(20)] }))).toBe("order_refunded")
  })

  it("a capture of a part that was given back whole is a full refund", () => {
    const payments = [payment({ authorized_amount: 20, captured_amount: 8, refunded_amount: 8 })]
    expect(reasonOf(order({ payments }))).toBe("order_refunded")
  })

  it("a free order has nothing that could be refunded", () => {
    expect(
      reasonOf(order({ total: 0, payments: [] }), { ...DEFAULTS, revokeOnRefund: "any" }),
    ).toBeNull()
  })
})

describe("what changes an order after it was placed", () => {
  const gold = line("gold")
  const cases: [string, Partial<OrderFacts>, Record<string, string | null>][] = [
    [
      "a claim wrote a piece off and sent another variant",
      { items: [line("gold", { written_off_quantity: 1 }), line("silver")] },
      { gold: "item_returned", silver: null },
    ],
    [
      "a claim wrote one of two pieces off",
      { items: [line("gold", { quantity: 2, written_off_quantity: 1 })] },
      { gold: null },
    ],
    [
      "an exchange sent another variant, the first is still with the customer",
      { items: [gold, line("silver")] },
      { gold: null, silver: null },
    ],
    [
      "what was exchanged came back",
      { items: [line("gold", { return_received_quantity: 1 }), line("silver")] },
      { gold: "item_returned", silver: null },
    ],
    [
      "a variant was exchanged for itself: the new piece keeps it",
      { items: [line("gold", { return_received_quantity: 1 }), gold] },
      { gold: null },
    ],
    ["an edit added a variant", { items: [gold, line("silver")] }, { gold: null, silver: null }],
    [
      "an edit set a line to nothing, which a return had shrunk before",
      { items: [line("gold", { quantity: 0, return_received_quantity: 1 }), line("silver")] },
      { gold: "item_removed", silver: null },
    ],
    [
      "a refund of all ends what an exchange sent as well",
      { items: [gold, line("silver")], payments: [refunded(20)] },
      { gold: "order_refunded", silver: "order_refunded" },
    ],
    [
      "an edit's withdrawn authorisation was replaced by a payment that is open",
      { payments: [payment({ amount: 40 })] },
      { gold: "order_not_paid" },
    ],
  ]

  it.each(cases)("%s", (_case, over, expected) => {
    const owned = ownershipsOfOrder(order(over), DEFAULTS)
    expect(Object.fromEntries(owned.map((each) => [each.variant_id, each.ended_reason]))).toEqual(
      expected,
    )
  })

  it("a transfer gives it all to the other customer, from when it was bought", () => {
    const facts = order({ items: [gold, line("silver")] })
    const of = (customer_id: string) => entitlementsOfOrder({ ...facts, customer_id }, DEFAULTS)
    expect(of("cus_02")).toEqual(of("cus_01").map((each) => ({ ...each, customer_id: "cus_02" })))
    expect(of("cus_02").map(({ starts_at }) => starts_at)).toEqual([
      facts.created_at,
      facts.created_at,
    ])
  })

  it("an order of nobody entitles nobody", () => {
    expect(entitlementsOfOrder(null, DEFAULTS)).toEqual([])
  })
})
