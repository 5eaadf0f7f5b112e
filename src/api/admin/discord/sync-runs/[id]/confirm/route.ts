import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordSyncRunResponse } from "../../../../../../types/http"
import { confirmSyncRunWorkflow } from "../../../../../../workflows/sync"
import { sayRefusals } from "../../../../../utils/say-refusals"
import { retrieveRun } from "../../helpers"

/** Has a check of a server's members do what it has found. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await confirmSyncRunWorkflow(req.scope).run({ input: { id } })
    res.status(202).json({ sync_run: await retrieveRun(req.scope, id) })
  },
)
