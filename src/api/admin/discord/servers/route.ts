import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordServerListResponse } from "../../../../types/http"
import { listServers } from "./helpers"

/** Lists the connected Discord servers, and how each of them is. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordServerListResponse>,
  ): Promise<void> => {
    const { servers, metadata } = await listServers(req.scope, {
      fields: req.queryConfig.fields,
      filters: req.filterableFields,
      pagination: req.queryConfig.pagination,
    })
    res.json({
      servers,
      count: metadata?.count ?? servers.length,
      offset: metadata?.skip ?? 0,
      limit: metadata?.take ?? servers.length,
    })
  },
)
