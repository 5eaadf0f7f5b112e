import { sayRefusals } from "../../../../../utils/say-refusals"
import { refused } from "../../../../../../modules/discord/refused"
import { say } from "../../../../../../messages"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { AdminDiscordMembershipResponse } from "../../../../../../types/http"
import { retryMembershipsWorkflow } from "../../../../../../workflows/sync"
import { discordOf } from "../../../../../utils/discord"

/** Reads this member in Discord and tries again, now. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordMembershipResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await retryMembershipsWorkflow(req.scope).run({ input: { id } })
    const membership = await discordOf(req.scope).memberships.retrieve(id)
    if (!membership) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.membership_not_found", { id }))
    }
    res.status(202).json({ membership })
  },
)
