import { MedusaError } from "@medusajs/framework/utils"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { say } from "../../../../../../messages"
import { refused } from "../../../../../../modules/discord/refused"
import type { AdminDiscordInvitationResponse } from "../../../../../../types/http"
import { createInvitationWorkflow } from "../../../../../../workflows/server"
import { inWords } from "../../../../../utils/in-words"
import { sayRefusals } from "../../../../../utils/say-refusals"
import { retrieveServer } from "../../helpers"

/** Makes a link that brings one person into the server, for a customer who has to join by themselves. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordInvitationResponse>,
  ): Promise<void> => {
    const fields = ["id", "guild_id", "name", "status"]
    const { guild_id, name, status } = await retrieveServer(req.scope, req.params.id ?? "", fields)
    if (status === "disconnected") {
      throw refused(
        MedusaError.Types.NOT_ALLOWED,
        say("refusal.server_disconnected", { server: name }),
      )
    }
    const { result } = await createInvitationWorkflow(req.scope)
      .run({ input: { guild_id, name, actor_id: req.auth_context.actor_id } })
      .catch(inWords("invite"))
    res.json({
      invitation: { url: result.url, expires_at: new Date(result.expires_at).toISOString() },
    })
  },
)
