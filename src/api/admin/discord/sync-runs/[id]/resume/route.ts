import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordSyncRunResponse } from "../../../../../../types/http"
import { resumeSyncRunWorkflow } from "../../../../../../workflows/sync"
import { retrieveRun } from "../../helpers"
import { sayRefusals } from "../../../../../utils/say-refusals"

/** Lets a canceled run go on from where it was. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await resumeSyncRunWorkflow(req.scope).run({ input: { id } })
    res.status(202).json({ sync_run: await retrieveRun(req.scope, id) })
  },
)
