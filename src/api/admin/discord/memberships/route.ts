import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordMembershipListResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import { AdminGetDiscordMembershipsParams } from "./validators"

/** The queue: who waits for what, and whose move it is. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordMembershipListResponse>,
  ): Promise<void> => {
    const { limit, offset, ...filter } = parseQuery(AdminGetDiscordMembershipsParams, req.query)
    res.json(await discordOf(req.scope).memberships.list(filter, { limit, offset }))
  },
)
