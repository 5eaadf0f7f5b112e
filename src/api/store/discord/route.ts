import { sayRefusals } from "../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreDiscordResponse } from "../../../types/http"
import { discordOf } from "../../utils/discord"
import { textsAskedFor } from "../../utils/language"

/** The customer's Discord account, the roles they hold or wait for, and what they must do. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<StoreDiscordResponse>,
  ): Promise<void> => {
    const { accounts } = discordOf(req.scope)
    res.vary("Accept-Language")
    res.json(await accounts.readAccess(req.auth_context.actor_id, textsAskedFor(req)))
  },
)
