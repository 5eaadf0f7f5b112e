import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unlinkAccountWorkflow } from "../../../../workflows/account"

/** Disconnects the customer from Discord: tokens revoked, roles taken back. */
export const DELETE = sayRefusals(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const customer_id = req.auth_context.actor_id
    await unlinkAccountWorkflow(req.scope).run({ input: { customer_id } })
    res.json({ id: customer_id, object: "discord_account", deleted: true })
  },
)
