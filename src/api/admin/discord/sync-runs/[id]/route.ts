import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordSyncRunResponse } from "../../../../../types/http"
import { retrieveRun } from "../helpers"

/** How far one run is, how fast, and how long it will still take. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    res.json({ sync_run: await retrieveRun(req.scope, req.params.id ?? "") })
  },
)
