import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CATALOGUES, type Catalogue } from "../../../../messages"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import type { ActivityFilter } from "../../../../modules/discord/activity/activity-rows.store"
import type { AdminDiscordActivity } from "../../../../types/http"
import { CSV_HEADER, csvLine } from "./csv"
import { searchOf } from "./search"
import { AdminGetDiscordActivityParams } from "./validators"

const LANGUAGES = Object.keys(CATALOGUES)

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
    if (req.accepts(["application/json", "text/csv"]) === "text/csv") {
      const language = req.acceptsLanguages(LANGUAGES) || "en"
      await sendCsv(res, activity.listAll(filter), CATALOGUES[language as keyof typeof CATALOGUES])
      return
    }
    res.json(await activity.list(filter, { limit, offset, newestFirst: order === "-created_at" }))
  },
)

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
