import { readTrigger } from "../trigger"

describe("what caused an entry", () => {
  it.each([
    ["order order_01ABC", { kind: "order", id: "order_01ABC" }],
    ["order_01ABC", { kind: "order", id: "order_01ABC" }],
    ["cus_01ABC", { kind: "customer", id: "cus_01ABC" }],
    ["user_01ABC", { kind: "user", id: "user_01ABC" }],
    ["clock", { kind: "clock", id: "clock" }],
    ["subscription sub_01ABC", { kind: "other", id: "sub_01ABC" }],
    ["manual stripe-42", { kind: "other", id: "stripe-42" }],
    ["order", { kind: "other", id: "order" }],
    ["constructor", { kind: "other", id: "constructor" }],
    ["", { kind: "other", id: "" }],
  ])("reads %j", (trigger, read) => {
    expect(readTrigger(trigger)).toEqual(read)
  })
})
