import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordServerResponse } from "../../../../../types/http"
import { updateServerSettingsWorkflow } from "../../../../../workflows/server"
import { retrieveServer } from "../helpers"
import type { AdminUpdateDiscordServer } from "../validators"

/** Reads one connected Discord server. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDiscordServerResponse>,
): Promise<void> => {
  const server = await retrieveServer(req.scope, req.params.id ?? "", req.queryConfig.fields)
  res.json({ server })
}

/** Changes how the plugin treats the server's members. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateDiscordServer>,
  res: MedusaResponse<AdminDiscordServerResponse>,
): Promise<void> => {
  const { id } = await retrieveServer(req.scope, req.params.id ?? "", ["id"])
  await updateServerSettingsWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json({ server: await retrieveServer(req.scope, id, req.queryConfig.fields) })
}
