import { ownershipsOfOrder, type OrderFacts, type PaymentFacts } from "../order-entitlements.rules"
import type { OrderItemFacts } from "../owned-pieces.rules"

export const DEFAULTS = { grantOn: "authorized", revokeOnRefund: "full" } as const

export const line = (
  variant_id: string | null,
  over: Partial<OrderItemFacts> = {},
): OrderItemFacts => ({
  id: `line of ${variant_id}`,
  variant_id,
  quantity: 1,
  return_received_quantity: 0,
  return_dismissed_quantity: 0,
  written_off_quantity: 0,
  claimed_back_quantity: null,
  ...over,
})

export const payment = (over: Partial<PaymentFacts> = {}): PaymentFacts => ({
  amount: 20,
  authorized_amount: 0,
  captured_amount: 0,
  refunded_amount: 0,
  ...over,
})

export const AUTHORIZED = payment({ authorized_amount: 20 })
export const CAPTURED = payment({ authorized_amount: 20, captured_amount: 20 })
export const refunded = (amount: number) => payment({ ...CAPTURED, refunded_amount: amount })

export const order = (over: Partial<OrderFacts> = {}): OrderFacts => ({
  id: "order_01",
  status: "pending",
  customer_id: "cus_01",
  created_at: new Date("2026-08-01T00:00:00Z"),
  total: 20,
  subscription_ids: [],
  items: [line("gold")],
  payments: [CAPTURED],
  ...over,
})

export const reasonOf = (
  facts: OrderFacts,
  options: Parameters<typeof ownershipsOfOrder>[1] = DEFAULTS,
) => ownershipsOfOrder(facts, options)[0]?.ended_reason
