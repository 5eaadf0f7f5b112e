import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordSetupResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"

/** How far the set-up is, and which options are in force: from what is stored, so that it is told while Discord is down, too. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSetupResponse>,
  ): Promise<void> => {
    const { application } = discordOf(req.scope)
    const [progress, options] = await Promise.all([
      application.retrieveProgress(),
      application.retrieveOptions(),
    ])
    res.json({ progress, options })
  },
)
