import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordDifferenceListResponse } from "../../../../../../types/http"
import { discordOf } from "../../../../../utils/discord"
import { parseQuery } from "../../../../../utils/parse-query"
import { sayRefusals } from "../../../../../utils/say-refusals"
import { AdminGetDiscordDifferencesParams } from "../../validators"

/** What a check of a server's members has found: by role, and member by member. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordDifferenceListResponse>,
  ): Promise<void> => {
    const page = parseQuery(AdminGetDiscordDifferencesParams, req.query)
    const discord = discordOf(req.scope)
    const { id } = await discord.syncRuns.retrieve(req.params.id ?? "")
    res.json(await discord.reconciles.listDifferences(id, page))
  },
)
