import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreDiscordResponse } from "../../../../types/http"
import { resyncCustomerWorkflow } from "../../../../workflows/account"
import { discordOf } from "../../../utils/discord"
import { textsAskedFor } from "../../../utils/language"

/** Looks at the customer in Discord as they are now, and brings them to what they should hold. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<StoreDiscordResponse>,
  ): Promise<void> => {
    const { accounts } = discordOf(req.scope)
    const customer_id = req.auth_context.actor_id
    const { account } = await accounts.readAccess(customer_id)
    if (account) {
      await resyncCustomerWorkflow(req.scope).run({ input: { customer_id } })
    }
    res.vary("Accept-Language")
    res.json(await accounts.readAccess(customer_id, textsAskedFor(req)))
  },
)
