import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resyncCustomerWorkflow } from "../../../../../../workflows/account"

/** Looks at the customer in Discord as they are now, and brings them to what they should hold. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<{ customer_id: string; server_ids: string[] }>,
  ): Promise<void> => {
    const customer_id = req.params.id ?? ""
    const { result } = await resyncCustomerWorkflow(req.scope).run({ input: { customer_id } })
    res.status(202).json({ customer_id, server_ids: result })
  },
)
