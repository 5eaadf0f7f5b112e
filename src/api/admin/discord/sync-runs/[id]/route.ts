import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordSyncRunResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"

/** How far one run is, how fast, and how long it will still take. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    res.json({ sync_run: await discordOf(req.scope).syncRuns.retrieve(req.params.id ?? "") })
  },
)
