import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { runningSubscription } from "../../../../../../customer-subscriptions"
import { actOn } from "../../../../../../subscription-actions"
import type { SubscriptionAction } from "../../../../../validators"

/** What a customer does with their plan. */
export const POST = async (
  req: AuthenticatedMedusaRequest<SubscriptionAction>,
  res: MedusaResponse<{ id: string }>,
): Promise<void> => {
  const id = req.params.id ?? ""
  const found = await runningSubscription(req.scope, req.auth_context.actor_id)
  if (found?.id !== id) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "You have no such plan, or it has ended.")
  }
  await actOn(req.scope, found, req.validatedBody)
  res.json({ id })
}
