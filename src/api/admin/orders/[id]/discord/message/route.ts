import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordMessageResponse } from "../../../../../../types/http"
import { sendConnectMessageWorkflow } from "../../../../../../workflows/connect-message"

/** Sends the buyer the message again that asks them to connect Discord. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordMessageResponse>,
  ): Promise<void> => {
    const { result } = await sendConnectMessageWorkflow(req.scope).run({
      input: { order_id: req.params.id ?? "" },
    })
    res.json(result)
  },
)
