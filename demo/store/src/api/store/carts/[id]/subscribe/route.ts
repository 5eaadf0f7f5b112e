import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { runningSubscription } from "../../../../../customer-subscriptions"
import { subscribeWorkflow } from "../../../../../workflows/subscribe"

/** Completes a cart with a plan in it, as the recipe does. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ order: { id: string; display_id: number } }>,
): Promise<void> => {
  if (await runningSubscription(req.scope, req.auth_context.actor_id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "You have a plan already. Change it on your account page.",
    )
  }
  const { result: order } = await subscribeWorkflow(req.scope).run({
    input: { cart_id: req.params.id ?? "" },
  })
  res.json({ order })
}
