import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALOGUES, type Catalogue } from "../../../../messages"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import type { ActivityFilter } from "../../../../modules/discord/activity/activity-filter.store"
import type { UnnamedActivity } from "../../../../modules/discord/activity/activity.reads"
import type { AdminDiscordActivity, AdminDiscordActivityListResponse } from "../../../../types/http"
import { CSV_HEADER, csvLine } from "./csv"
import { idsIn, named } from "./named"
import { readNames } from "./names"
import { customerIds, orderIds, searchOf } from "./search"
import { AdminGetDiscordActivityParams } from "./validators"

const LANGUAGES = Object.keys(CATALOGUES)

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
    if (req.accepts(["application/json", "text/csv"]) === "text/csv") {
      const language = req.acceptsLanguages(LANGUAGES) || "en"
      const batches = allNamed(req.scope, activity.listAll(filter))
      await sendCsv(res, batches, CATALOGUES[language as keyof typeof CATALOGUES])
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

async function sendCsv(
  res: MedusaResponse,
  batches: AsyncGenerator<AdminDiscordActivity[]>,
  texts: Catalogue,
): Promise<void> {
  res.set({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="discord-activity.csv"`,
  })
  // The pipeline reads on only as fast as the browser takes it.
  await pipeline(Readable.from(linesOf(batches, texts)), res)
}

async function* linesOf(
  batches: AsyncGenerator<AdminDiscordActivity[]>,
  texts: Catalogue,
): AsyncGenerator<string> {
  yield CSV_HEADER
  for await (const batch of batches) {
    yield batch.map((entry) => csvLine(entry, texts)).join("")
  }
}
