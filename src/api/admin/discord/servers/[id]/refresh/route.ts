import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordServerRefreshResponse } from "../../../../../../types/http"
import { refreshServerWorkflow } from "../../../../../../workflows/server"
import { retrieveServer, retrieveServerAndChecks } from "../../helpers"

/** Reads the server from Discord again, runs its health checks and tries what waited for the admin. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordServerRefreshResponse>,
  ): Promise<void> => {
    const { id, guild_id } = await retrieveServer(req.scope, req.params.id ?? "", [
      "id",
      "guild_id",
    ])
    await refreshServerWorkflow(req.scope).run({ input: { server_id: id, guild_id } })
    res.json(await retrieveServerAndChecks(req.scope, id))
  },
)
