import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminDiscordServerDeleteResponse,
  AdminDiscordServerResponse,
} from "../../../../../types/http"
import {
  disconnectServerWorkflow,
  updateServerSettingsWorkflow,
} from "../../../../../workflows/server"
import { retrieveServer, retrieveServerAndChecks } from "../helpers"
import type { AdminDeleteDiscordServer, AdminUpdateDiscordServer } from "../validators"

/** Reads one connected Discord server, with its health checks as of what is stored. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordServerResponse>,
  ): Promise<void> => {
    const { fields } = req.queryConfig
    res.json(await retrieveServerAndChecks(req.scope, req.params.id ?? "", fields))
  },
)

/** Changes how the plugin treats the server's members. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminUpdateDiscordServer>,
    res: MedusaResponse<AdminDiscordServerResponse>,
  ): Promise<void> => {
    const { id } = await retrieveServer(req.scope, req.params.id ?? "", ["id"])
    await updateServerSettingsWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
    res.json(await retrieveServerAndChecks(req.scope, id, req.queryConfig.fields))
  },
)

/** Disconnects the server: it is kept with its mappings, so that connecting it again restores everything. */
export const DELETE = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<unknown, AdminDeleteDiscordServer>,
    res: MedusaResponse<AdminDiscordServerDeleteResponse>,
  ): Promise<void> => {
    const { id } = await retrieveServer(req.scope, req.params.id ?? "", ["id"])
    const { roles } = req.validatedQuery as unknown as AdminDeleteDiscordServer
    const { actor_id } = req.auth_context
    await disconnectServerWorkflow(req.scope).run({ input: { server_id: id, roles, actor_id } })
    const server = await retrieveServer(req.scope, id, req.queryConfig.fields)
    res.json({ id, object: "discord_server", deleted: true, server })
  },
)
