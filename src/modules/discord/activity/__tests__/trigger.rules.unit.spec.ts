import { kindOf, readTrigger } from "../trigger.rules"

describe("what caused an entry", () => {
  it.each([
    ["order order_01ABC", { kind: "order", id: "order_01ABC" }],
    ["order_01ABC", { kind: "order", id: "order_01ABC" }],
    ["cus_01ABC", { kind: "customer", id: "cus_01ABC" }],
    ["user_01ABC", { kind: "user", id: "user_01ABC" }],
    ["orders", { kind: "orders", id: "orders" }],
    ["clock", { kind: "clock", id: "clock" }],
    ["subscription sub_01ABC", { kind: "subscription", id: "sub_01ABC" }],
    ["subscription source recipe", { kind: "source", id: "recipe" }],
    ["manual stripe-42", { kind: "manual", id: "stripe-42" }],
    ["manual order 42", { kind: "manual", id: "order 42" }],
    ["variant_01ABC", { kind: "variant", id: "variant_01ABC" }],
    ["till-7", { kind: "other", id: "till-7" }],
    ["order", { kind: "other", id: "order" }],
    ["constructor", { kind: "other", id: "constructor" }],
    ["", { kind: "other", id: "" }],
  ])("reads %j", (trigger, read) => {
    expect(readTrigger(trigger)).toEqual(read)
  })
})

describe("an id within a sentence", () => {
  it.each([
    ["order_01ABC", "order"],
    ["cus_01ABC", "customer"],
    ["user_01ABC", "user"],
    ["variant_01ABC", "variant"],
    ["prod_01ABC", "product"],
    ["dent_01ABC", null],
    ["order_", null],
    ["see order_01ABC", null],
    ["Order_01ABC", null],
    ["constructor_1", null],
    ["Gold", null],
  ])("%j is of kind %j", (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })
})
