import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminCreateDiscordSyncRun,
  AdminDiscordSyncRunListResponse,
  AdminDiscordSyncRunResponse,
} from "../../../../types/http"
import { startOrderBackfillWorkflow } from "../../../../workflows/sync"
import { discordOf } from "../../../utils/discord"
import { parseQuery } from "../../../utils/parse-query"
import { namesOf, retrieveRun } from "./helpers"
import { AdminGetDiscordSyncRunsParams } from "./validators"
import { sayRefusals } from "../../../utils/say-refusals"

/** Bulk work, newest first, with its progress. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordSyncRunListResponse>,
  ): Promise<void> => {
    const { limit, offset, ...filter } = parseQuery(AdminGetDiscordSyncRunsParams, req.query)
    const { sync_runs, ...page } = await discordOf(req.scope).syncRuns.list(filter, {
      limit,
      offset,
    })
    res.json({ sync_runs: sync_runs.map(await namesOf(req.scope, sync_runs)), ...page })
  },
)

/** Starts reading the orders from before the plugin was installed. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminCreateDiscordSyncRun>,
    res: MedusaResponse<AdminDiscordSyncRunResponse>,
  ): Promise<void> => {
    const { result } = await startOrderBackfillWorkflow(req.scope).run({
      input: { actor_id: req.auth_context.actor_id },
    })
    res.status(202).json({ sync_run: await retrieveRun(req.scope, result.id) })
  },
)
