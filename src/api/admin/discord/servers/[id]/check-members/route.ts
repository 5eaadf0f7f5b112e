import { sayRefusals } from "../../../../../utils/say-refusals"
import { refused } from "../../../../../../modules/discord/refused"
import { say } from "../../../../../../messages"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { AdminDiscordMemberCheckResponse } from "../../../../../../types/http"
import { checkMembersWorkflow } from "../../../../../../workflows/server"
import { discordOf } from "../../../../../utils/discord"
import { retrieveServer } from "../../helpers"

/** How far the last look at all members has come. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordMemberCheckResponse>,
  ): Promise<void> => {
    const { id } = await retrieveServer(req.scope, req.params.id ?? "", ["id"])
    res.json(await present(req, id))
  },
)

/** Looks at every member who should hold something, in Discord, beside all other work. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordMemberCheckResponse>,
  ): Promise<void> => {
    const fields = ["id", "name", "status"]
    const { id, name, status } = await retrieveServer(req.scope, req.params.id ?? "", fields)
    if (status === "disconnected") {
      throw refused(
        MedusaError.Types.NOT_ALLOWED,
        say("refusal.server_disconnected", { server: name }),
      )
    }
    await checkMembersWorkflow(req.scope).run({ input: { server_id: id } })
    res.status(202).json(await present(req, id))
  },
)

async function present(
  { scope }: AuthenticatedMedusaRequest,
  serverId: string,
): Promise<AdminDiscordMemberCheckResponse> {
  const { requested_at, ...counts } = await discordOf(scope).servers.readMemberCheck(serverId)
  return { check: { requested_at: requested_at?.toISOString() ?? null, ...counts } }
}
