import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import type { ActivityFilter } from "../../../../modules/discord/store/activity-rows"
import type { AdminDiscordActivity } from "../../../../types/http"
import { CSV_HEADER, csvLine } from "./csv"
import { searchOf } from "./search"
import { AdminGetDiscordActivityParams } from "./validators"

/** What happened, newest first; with `Accept: text/csv` all of it as a download. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { limit, offset, order, created_at, q, ...rest } = parseQuery(
    AdminGetDiscordActivityParams,
    req.query,
  )
  const filter: ActivityFilter = {
    ...rest,
    from: created_at?.$gte,
    to: created_at?.$lte,
    search: q === undefined ? undefined : await searchOf(req.scope, q),
  }
  const { reads } = discordOf(req.scope)
  if (req.accepts(["application/json", "text/csv"]) === "text/csv") {
    await sendCsv(res, reads.allActivity(filter))
    return
  }
  res.json(await reads.activity(filter, { limit, offset, newestFirst: order === "-created_at" }))
}

async function sendCsv(
  res: MedusaResponse,
  batches: AsyncGenerator<AdminDiscordActivity[]>,
): Promise<void> {
  res.set({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="discord-activity.csv"`,
    "Cache-Control": "no-store",
  })
  // The pipeline reads on only as fast as the browser takes it.
  await pipeline(Readable.from(linesOf(batches)), res)
}

async function* linesOf(batches: AsyncGenerator<AdminDiscordActivity[]>): AsyncGenerator<string> {
  yield CSV_HEADER
  for await (const batch of batches) {
    yield batch.map(csvLine).join("")
  }
}
