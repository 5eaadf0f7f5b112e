import type { DiscordOptions } from "../options"

type PaymentOptions = Pick<DiscordOptions, "grantOn" | "revokeOnRefund">

/** The facts of an order that decide what its customer owns; amounts in the order's currency. */
export interface OrderFacts {
  id: string
  status: string
  customer_id: string
  created_at: Date
  /** What the order costs in all. */
  total: number
  items: OrderItemFacts[]
  payments: PaymentFacts[]
}

export interface OrderItemFacts {
  variant_id: string | null
  quantity: number
  return_received_quantity: number
  return_dismissed_quantity: number
  written_off_quantity: number
}

/** One payment collection of an order. */
export interface PaymentFacts {
  amount: number
  authorized_amount: number
  captured_amount: number
  refunded_amount: number
}

/** What an order says of one of its variants: owned, or no longer owned and why. */
export interface VariantOwnership {
  variant_id: string
  ended_reason: OrderEndReason | null
}

export type OrderEndReason =
  "order_canceled" | "order_not_paid" | "order_refunded" | "item_returned" | "item_removed"

/**
 * What an order gives its customer, recomputed from the order itself: never from the event that told of it.
 *
 * @returns one entry for each variant on the order; a variant owned through any of its lines is owned
 */
export function ownershipsOfOrder(order: OrderFacts, options: PaymentOptions): VariantOwnership[] {
  const orderReason = orderEndReason(order, options)
  const byVariant = new Map<string, { owned: number; bought: number }>()
  for (const item of order.items) {
    if (item.variant_id === null) {
      continue
    }
    const total = byVariant.get(item.variant_id) ?? { owned: 0, bought: 0 }
    total.owned += ownedQuantity(item)
    total.bought += item.quantity
    byVariant.set(item.variant_id, total)
  }
  return [...byVariant].map(([variant_id, { owned, bought }]) => ({
    variant_id,
    ended_reason: orderReason ?? (owned > 0 ? null : bought > 0 ? "item_returned" : "item_removed"),
  }))
}

/** What came back, damaged or not, and what was written off is no longer the customer's. */
function ownedQuantity(item: OrderItemFacts): number {
  return (
    item.quantity -
    item.return_received_quantity -
    item.return_dismissed_quantity -
    item.written_off_quantity
  )
}

function orderEndReason(order: OrderFacts, options: PaymentOptions): OrderEndReason | null {
  if (order.status === "canceled") {
    return "order_canceled"
  }
  if (order.status === "draft" || !isPaid(order, options.grantOn)) {
    return "order_not_paid"
  }
  return isRefunded(order.payments, options.revokeOnRefund) ? "order_refunded" : null
}

/**
 * An order that costs nothing is paid. Else one settled payment is enough: the open difference of a later order edit takes
 * nothing away from what was paid for.
 */
function isPaid({ total, payments }: OrderFacts, grantOn: PaymentOptions["grantOn"]): boolean {
  const due = payments.filter((payment) => payment.amount > 0)
  return due.length === 0
    ? total <= 0
    : due.some((payment) => paidAmount(payment, grantOn) >= payment.amount)
}

function paidAmount(payment: PaymentFacts, grantOn: PaymentOptions["grantOn"]): number {
  return grantOn === "captured"
    ? payment.captured_amount
    : // Providers that capture at once may leave the authorised amount behind.
      Math.max(payment.authorized_amount, payment.captured_amount)
}

function isRefunded(
  payments: PaymentFacts[],
  revokeOnRefund: PaymentOptions["revokeOnRefund"],
): boolean {
  const refunded = sum(payments, (payment) => payment.refunded_amount)
  const captured = sum(payments, (payment) => payment.captured_amount)
  switch (revokeOnRefund) {
    case "never":
      return false
    case "any":
      return refunded > 0
    case "full":
      return refunded > 0 && refunded >= captured
  }
}

function sum<T>(rows: T[], amount: (row: T) => number): number {
  return rows.reduce((total, row) => total + amount(row), 0)
}
