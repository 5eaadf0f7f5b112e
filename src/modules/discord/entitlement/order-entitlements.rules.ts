import { ownedQuantity, type OrderItemFacts } from "./owned-pieces.rules"

/** What the store's options say of payments. */
interface PaymentOptions {
  grantOn: "authorized" | "captured"
  revokeOnRefund: "full" | "any" | "never"
}

/** More pieces of one variant than anybody buys: what no column could hold must not keep an order from being read. */
const MOST_PIECES = 1_000_000

/** The facts of an order that decide what its customer owns; amounts in the order's currency. */
export interface OrderFacts {
  id: string
  status: string
  customer_id: string
  created_at: Date
  /** What the order costs in all; null where its payments decide without it, see `dependsOnTotal`. */
  total: number | null
  items: OrderItemFacts[]
  payments: PaymentFacts[]
  /** Subscriptions that the order itself says it belongs to. */
  subscription_ids: string[]
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
  /** Pieces still owned, begun ones as whole; null when none is left: what was owned stays as it was written down. */
  quantity: number | null
  ended_reason: OrderEndReason | null
}

export const ORDER_END_REASONS = [
  "order_canceled",
  "order_not_paid",
  "order_refunded",
  "item_returned",
  "item_removed",
] as const
export type OrderEndReason = (typeof ORDER_END_REASONS)[number]

/** What an order says of one of its variants, with whose it is. */
export interface OrderEntitlement extends VariantOwnership {
  customer_id: string
  starts_at: Date
  ends_at: null
  subscription_ids: string[]
}

/** The entitlements an order stands behind, as they are to be stored. None for an order that belongs to nobody. */
export function entitlementsOfOrder(
  order: OrderFacts | null,
  options: PaymentOptions,
): OrderEntitlement[] {
  if (!order) {
    return []
  }
  // What a workflow's step returned has been through JSON before the next one sees it.
  const starts_at = new Date(order.created_at)
  return ownershipsOfOrder(order, options).map((ownership) => ({
    ...ownership,
    customer_id: order.customer_id,
    starts_at,
    ends_at: null,
    subscription_ids: order.subscription_ids,
  }))
}

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
    quantity: owned > 0 ? Math.min(Math.ceil(owned), MOST_PIECES) : null,
    ended_reason: orderReason ?? (owned > 0 ? null : bought > 0 ? "item_returned" : "item_removed"),
  }))
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

/** Whether an order is paid cannot be said without its total: no payment of it asks for anything. */
export function dependsOnTotal({ payments }: Pick<OrderFacts, "payments">): boolean {
  return payments.every((payment) => payment.amount <= 0)
}

/**
 * An order that costs nothing is paid. Else one settled payment is enough: the open difference of a later order edit takes
 * nothing away from what was paid for.
 */
function isPaid(order: OrderFacts, grantOn: PaymentOptions["grantOn"]): boolean {
  const { id, total, payments } = order
  if (!dependsOnTotal(order)) {
    return payments.some(
      (payment) => payment.amount > 0 && paidAmount(payment, grantOn) >= payment.amount,
    )
  }
  if (total === null) {
    throw new Error(`Whether order ${id} is paid depends on its total, which was not read`)
  }
  return total <= 0
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
