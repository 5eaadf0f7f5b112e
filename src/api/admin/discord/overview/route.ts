import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordOverviewResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { sayRefusals } from "../../../utils/say-refusals"

/** Members served and waiting, how long buyers wait, and the calls to Discord of the last day. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordOverviewResponse>,
  ): Promise<void> => {
    res.json({ overview: await discordOf(req.scope).overview.read() })
  },
)
