import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendCsv, wantsCsv } from "../../../utils/csv"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import { cellsOf, COLUMNS } from "./csv"
import { AdminGetDiscordMembershipsParams } from "./validators"

/** The members, and whose move it is; with `Accept: text/csv` all of them as a download, in the language that is asked for. */
export const GET = sayRefusals(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const { limit, offset, order, ...filter } = parseQuery(
      AdminGetDiscordMembershipsParams,
      req.query,
    )
    const { memberships } = discordOf(req.scope)
    if (wantsCsv(req)) {
      const batches = memberships.listAll(filter, order)
      await sendCsv(req, res, { file: "discord-members.csv", columns: COLUMNS, batches, cellsOf })
      return
    }
    res.json(await memberships.list(filter, { limit, offset, order }))
  },
)
