import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordClaimResponse } from "../../../../../../types/http"
import { createOrderClaimWorkflow } from "../../../../../../workflows/claim"

/** A new link for the guest of an order, in place of the ones before. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordClaimResponse>,
  ): Promise<void> => {
    const { result } = await createOrderClaimWorkflow(req.scope).run({
      input: { order_id: req.params.id ?? "" },
    })
    res.json(result)
  },
)
