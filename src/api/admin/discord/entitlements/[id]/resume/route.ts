import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordEntitlementResponse } from "../../../../../../types/http"
import { resumeEntitlementWorkflow } from "../../../../../../workflows/entitlement"
import { retrieveEntitlement } from "../../helpers"

/** Gives back what was suspended, as far as its source gives it now. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordEntitlementResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await resumeEntitlementWorkflow(req.scope).run({
      input: { id, actor_id: req.auth_context.actor_id },
    })
    res.json({ entitlement: await retrieveEntitlement(req.scope, id, req.queryConfig.fields) })
  },
)
