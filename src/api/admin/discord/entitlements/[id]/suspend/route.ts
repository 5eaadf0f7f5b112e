import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordEntitlementResponse } from "../../../../../../types/http"
import { suspendEntitlementWorkflow } from "../../../../../../workflows/entitlement"
import { retrieveEntitlement } from "../../helpers"
import type { AdminSuspendDiscordEntitlementBody } from "../../validators"

/** Ends for now what an order, a subscription or a person gave. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminSuspendDiscordEntitlementBody>,
    res: MedusaResponse<AdminDiscordEntitlementResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await suspendEntitlementWorkflow(req.scope).run({
      input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id },
    })
    res.json({ entitlement: await retrieveEntitlement(req.scope, id, req.queryConfig.fields) })
  },
)
