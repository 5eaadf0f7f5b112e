import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordServerResponse } from "../../../../../types/http"
import { retrieveServer } from "../helpers"

/** Reads one connected Discord server. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDiscordServerResponse>,
): Promise<void> => {
  const server = await retrieveServer(req.scope, req.params.id ?? "", req.queryConfig.fields)
  res.json({ server })
}
