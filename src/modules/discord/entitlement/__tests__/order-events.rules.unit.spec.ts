import { ORDER_EVENTS, recordOf } from "../order-events.rules"

it.each([
  ["order.placed", { id: "order_1" }, "order", "order_1"],
  ["order.canceled", { id: "order_1" }, "order", "order_1"],
  ["order.return_received", { order_id: "order_1", return_id: "ret_1" }, "order", "order_1"],
  ["order.claim_created", { order_id: "order_1", claim_id: "claim_1" }, "order", "order_1"],
  ["order.exchange_created", { order_id: "order_1", exchange_id: "exc_1" }, "order", "order_1"],
  ["order-edit.confirmed", { order_id: "order_1", actions: [] }, "order", "order_1"],
  ["payment.captured", { id: "pay_1" }, "payment", "pay_1"],
  ["payment.refunded", { id: "pay_1" }, "payment", "pay_1"],
  ["order.order.updated", { id: "order_1" }, "order", "order_1"],
  ["payment.payment-collection.updated", { id: "col_1" }, "payment_collection", "col_1"],
])("%s speaks of its %s", (event, data, record, id) => {
  expect(recordOf(event, data)).toEqual({ record, id })
})

it("knows every event that is listened to", () => {
  for (const event of Object.keys(ORDER_EVENTS)) {
    expect(recordOf(event, { id: "a", order_id: "a" }).id).toBe("a")
  }
})

it.each([undefined, null, {}, { id: "" }, { id: 7 }, "order_1", { order: { id: "order_1" } }])(
  "says aloud that an event carries no id: %j",
  (data) => {
    expect(() => recordOf("order.placed", data)).toThrow('order.placed carries no "id"')
  },
)

it("does not guess at an event it does not know", () => {
  expect(() => recordOf("customer.created", { id: "cus_1" })).toThrow("customer.created")
})
