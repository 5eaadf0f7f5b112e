import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordMembershipCountsResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"
import { parseQuery } from "../../../../utils/parse-query"
import { AdminGetDiscordMembershipCountsParams } from "../validators"

/** How many members stand where, of the servers asked for or of all: health at a glance. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordMembershipCountsResponse>,
  ): Promise<void> => {
    const { server_id } = parseQuery(AdminGetDiscordMembershipCountsParams, req.query)
    res.json({ counts: await discordOf(req.scope).memberships.count(server_id) })
  },
)
