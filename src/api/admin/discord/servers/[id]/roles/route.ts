import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminDiscordRoleListResponse } from "../../../../../../types/http"
import { retrieveServer, toAdminRole } from "../../helpers"

/** Lists a server's roles, highest first, and which of them the bot can give. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDiscordRoleListResponse>,
): Promise<void> => {
  const server = await retrieveServer(req.scope, req.params.id ?? "", ["id"])
  const query = req.scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "discord_role",
    // Whatever fields were asked for: without these, no role could be called assignable or not.
    fields: [...new Set([...req.queryConfig.fields, "name", "unassignable_reason"])],
    filters: { ...req.filterableFields, server_id: server.id },
    pagination: req.queryConfig.pagination,
  })
  const roles = data as unknown as Parameters<typeof toAdminRole>[0][]
  res.json({
    roles: roles.map(toAdminRole),
    count: metadata?.count ?? roles.length,
    offset: metadata?.skip ?? 0,
    limit: metadata?.take ?? roles.length,
  })
}
