import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { REFUSAL } from "../../../../../../modules/discord/domain/refusals"
import type { AdminDiscordMembershipResponse } from "../../../../../../types/http"
import { retryMembershipsWorkflow } from "../../../../../../workflows/sync"
import { discordOf } from "../../../../../utils/discord"

/** Reads this member in Discord and tries again, now. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDiscordMembershipResponse>,
): Promise<void> => {
  const id = req.params.id ?? ""
  await retryMembershipsWorkflow(req.scope).run({ input: { id } })
  const membership = await discordOf(req.scope).reads.membership(id)
  if (!membership) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, REFUSAL.membership_not_found(id))
  }
  res.status(202).json({ membership })
}
