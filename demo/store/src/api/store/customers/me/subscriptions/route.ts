import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { runningSubscription } from "../../../../../customer-subscriptions"
import { planOf } from "../../../../../subscription.rules"
import type { StoreSubscriptionResponse } from "../../../../../types"

/** The customer's plan, as long as it runs; one that has ended is history. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreSubscriptionResponse>,
): Promise<void> => {
  const found = await runningSubscription(req.scope, req.auth_context.actor_id)
  if (!found) {
    res.json({ subscription: null })
    return
  }
  const { variant_id, next_variant_id } = planOf(found)
  const { id, status, next_order_date, expiration_date } = found
  res.json({
    subscription: {
      id,
      status,
      variant_id,
      next_variant_id: next_variant_id ?? null,
      next_order_date: next_order_date?.toISOString() ?? null,
      expiration_date: expiration_date.toISOString(),
    },
  })
}
