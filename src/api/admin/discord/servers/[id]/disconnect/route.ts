import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordServerDisconnectPreviewResponse } from "../../../../../../types/http"
import { discordOf } from "../../../../../utils/discord"
import { retrieveServer } from "../../helpers"

/** What disconnecting the server would do, and to whom: to be read before confirming it. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordServerDisconnectPreviewResponse>,
  ): Promise<void> => {
    const { id } = await retrieveServer(req.scope, req.params.id ?? "", ["id"])
    res.json({ preview: await discordOf(req.scope).servers.previewDisconnect(id) })
  },
)
