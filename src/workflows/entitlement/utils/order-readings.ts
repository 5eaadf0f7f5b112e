import type { OrderFacts } from "../../../modules/discord/entitlement/order-entitlements.rules"

/** What was read of some orders. An order that is in none of the two was not found. */
export interface OrderReadings {
  /** Null for an order that belongs to nobody: there is nobody to entitle. */
  orders: Map<string, OrderFacts | null>
  /** Why an order could not be understood. */
  failures: Map<string, unknown>
}
