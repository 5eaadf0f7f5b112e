import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordSyncRunResponse } from "../../../../../../types/http"
import { cancelSyncRunWorkflow } from "../../../../../../workflows/sync"
import { retrieveRun } from "../../helpers"

/** Stops a run: what it has not begun stays as it is, and `message` says what that means. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await cancelSyncRunWorkflow(req.scope).run({ input: { id } })
    res.json({ sync_run: await retrieveRun(req.scope, id) })
  },
)
