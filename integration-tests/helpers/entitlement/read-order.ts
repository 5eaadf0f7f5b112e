import type { HttpClient } from "../store/http"

export interface OrderLine {
  id: string
  variant_id: string
  quantity: number
  detail: {
    quantity: number
    fulfilled_quantity: number
    return_requested_quantity: number
    return_received_quantity: number
    written_off_quantity: number
  }
}

export interface AdminOrder {
  id: string
  status: string
  customer_id: string
  items: OrderLine[]
  payments: { id: string; amount: number; captured: number; refunded: number }[]
}

interface RawOrder {
  id: string
  status: string
  customer_id: string
  items: OrderLine[]
  payment_collections?: {
    payments?: {
      id: string
      amount: number
      captures?: { amount: number }[]
      refunds?: { amount: number }[]
    }[]
  }[]
}

const FIELDS = [
  "id",
  "status",
  "customer_id",
  "*items",
  "*items.detail",
  "*payment_collections.payments",
  "*payment_collections.payments.captures",
  "*payment_collections.payments.refunds",
].join(",")

/** An order as the admin reads it, with what was paid and given back. */
export async function readOrder(admin: HttpClient, orderId: string): Promise<AdminOrder> {
  const { order } = await admin.send<{ order: RawOrder }>(
    `/admin/orders/${orderId}?fields=${FIELDS}`,
  )
  const { payment_collections = [], ...rest } = order
  const payments = payment_collections.flatMap((collection) => collection.payments ?? [])
  return {
    ...rest,
    payments: payments.map(({ id, amount, captures = [], refunds = [] }) => ({
      id,
      amount,
      captured: sum(captures),
      refunded: sum(refunds),
    })),
  }
}

function sum(rows: { amount: number }[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0)
}
