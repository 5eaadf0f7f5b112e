import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
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
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Membership ${id} was not found`)
  }
  res.status(202).json({ membership })
}
