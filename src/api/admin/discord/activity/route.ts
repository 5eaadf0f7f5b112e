import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendCsv, wantsCsv } from "../../../utils/csv"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import type { ActivityFilter } from "../../../../modules/discord/activity/activity-rows.store"
import { cellsOf, COLUMNS } from "./csv"
import { searchOf } from "./search"
import { AdminGetDiscordActivityParams } from "./validators"

/** What happened, newest first; with `Accept: text/csv` all of it as a download, in the language that is asked for. */
export const GET = sayRefusals(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const { limit, offset, order, q, ...rest } = parseQuery(
      AdminGetDiscordActivityParams,
      req.query,
    )
    const filter: ActivityFilter = {
      ...rest,
      search: q === undefined ? undefined : await searchOf(req.scope, q),
    }
    const { activity } = discordOf(req.scope)
    if (wantsCsv(req)) {
      const batches = activity.listAll(filter)
      await sendCsv(req, res, { file: "discord-activity.csv", columns: COLUMNS, batches, cellsOf })
      return
    }
    res.json(await activity.list(filter, { limit, offset, newestFirst: order === "-created_at" }))
  },
)
