import { answeredFinding } from "../../../../../../messages"
import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordRoleTestResponse } from "../../../../../../types/http"
import { testRoleWorkflow } from "../../../../../../workflows/server"
import { retrieveServer } from "../../helpers"
import type { AdminTestDiscordRoleBody } from "../../validators"

/** Gives a role to a member and takes it back, and reports each step. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminTestDiscordRoleBody>,
    res: MedusaResponse<AdminDiscordRoleTestResponse>,
  ): Promise<void> => {
    const { id, guild_id } = await retrieveServer(req.scope, req.params.id ?? "", [
      "id",
      "guild_id",
    ])
    const { result } = await testRoleWorkflow(req.scope).run({
      input: {
        ...req.validatedBody,
        server_id: id,
        guild_id,
        actor_id: req.auth_context.actor_id,
      },
    })
    res.json({ steps: result.steps.map(answeredFinding) })
  },
)
