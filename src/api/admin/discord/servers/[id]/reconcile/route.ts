import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../../../../messages"
import { refused } from "../../../../../../modules/discord/refused"
import type {
  AdminDiscordSyncRunResponse,
  AdminReconcileDiscordServer,
} from "../../../../../../types/http"
import { reconcileServerWorkflow } from "../../../../../../workflows/server"
import { sayRefusals } from "../../../../../utils/say-refusals"
import { retrieveRun } from "../../../sync-runs/helpers"
import { retrieveServer } from "../../helpers"

/** Begins to compare every member in Discord with what they bought; with `dry_run` only to find out what would be done. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminReconcileDiscordServer>,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    const fields = ["id", "name", "status"]
    const { id, name, status } = await retrieveServer(req.scope, req.params.id ?? "", fields)
    if (status === "disconnected") {
      throw refused(
        MedusaError.Types.NOT_ALLOWED,
        say("refusal.server_disconnected", { server: name }),
      )
    }
    const { actor_id } = req.auth_context
    const { result } = await reconcileServerWorkflow(req.scope).run({
      input: { server_id: id, dry_run: req.validatedBody.dry_run ?? false, actor_id },
    })
    res.status(202).json({ sync_run: await retrieveRun(req.scope, result.id) })
  },
)
