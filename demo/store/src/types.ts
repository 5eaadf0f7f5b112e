import type { Subscription } from "./subscription.rules"

/** A customer's plan, as the demo's storefront reads it. */
export interface StoreSubscription {
  id: string
  status: Subscription["status"]
  variant_id: string
  /** From the next renewal on; null = the same. */
  next_variant_id: string | null
  /** When it is charged next; null when it is canceled. */
  next_order_date: string | null
  expiration_date: string
}

export interface StoreSubscriptionResponse {
  subscription: StoreSubscription | null
}

/** A message that the store sent to a buyer. */
export interface StoreLetter {
  id: string
  to: string
  order_id: string | null
  created_at: string
  data: unknown
}

export interface StoreMailboxResponse {
  letters: StoreLetter[]
}
