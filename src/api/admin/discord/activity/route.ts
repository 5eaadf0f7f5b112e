import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sendCsv, wantsCsv } from "../../../utils/csv"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import type { ActivityFilter } from "../../../../modules/discord/activity/activity-filter.store"
import type { UnnamedActivity } from "../../../../modules/discord/activity/activity.reads"
import type { AdminDiscordActivity, AdminDiscordActivityListResponse } from "../../../../types/http"
import { cellsOf, COLUMNS } from "./csv"
import { idsIn, named } from "./named"
import { readNames } from "./names"
import { customerIds, orderIds, searchOf } from "./search"
import { AdminGetDiscordActivityParams } from "./validators"

/** What happened, newest first; with `Accept: text/csv` all of it as a download, in the language that is asked for. */
export const GET = sayRefusals(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const { limit, offset, order, q, ...rest } = parseQuery(
      AdminGetDiscordActivityParams,
      req.query,
    )
    const [search, order_id, customer_id] = await Promise.all([
      q === undefined ? undefined : searchOf(req.scope, q),
      orderIds(req.scope, rest.order_id),
      customerIds(req.scope, rest.customer_id),
    ])
    const filter: ActivityFilter = { ...rest, search, order_id, customer_id }
    const { activity } = discordOf(req.scope)
    if (wantsCsv(req)) {
      const batches = allNamed(req.scope, activity.listAll(filter))
      await sendCsv(req, res, { file: "discord-activity.csv", columns: COLUMNS, batches, cellsOf })
      return
    }
    const newestFirst = order === "-created_at"
    const page = await activity.list(filter, { limit, offset, newestFirst })
    const answer: AdminDiscordActivityListResponse = {
      ...page,
      activity: await allByName(req.scope, page.activity),
    }
    res.json(answer)
  },
)

async function allByName(
  scope: MedusaContainer,
  entries: UnnamedActivity[],
): Promise<AdminDiscordActivity[]> {
  const names = await readNames(scope, idsIn(entries))
  return entries.map((entry) => named(entry, names))
}

async function* allNamed(
  scope: MedusaContainer,
  batches: AsyncGenerator<UnnamedActivity[]>,
): AsyncGenerator<AdminDiscordActivity[]> {
  for await (const batch of batches) {
    yield await allByName(scope, batch)
  }
}
