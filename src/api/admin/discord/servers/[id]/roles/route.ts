import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminDiscordRoleListResponse } from "../../../../../../types/http"
import { discordOf } from "../../../../../utils/discord"
import { retrieveServer } from "../../helpers"
import { toAdminRole, type StoredRole } from "./helpers"

/** What a role is judged by, whatever fields were asked for. */
const NEEDED = ["id", "role_id", "name", "permissions", "unassignable_reason"]

/** Lists a server's roles, highest first, and which of them the bot can give. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordRoleListResponse>,
  ): Promise<void> => {
    const server = await retrieveServer(req.scope, req.params.id ?? "", ["id", "guild_id"])
    const query = req.scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const { data, metadata } = await query.graph({
      entity: "discord_role",
      fields: [...new Set([...req.queryConfig.fields, ...NEEDED])],
      filters: { ...req.filterableFields, server_id: server.id },
      pagination: req.queryConfig.pagination,
    })
    const { data: everyone } = await query.graph({
      entity: "discord_role",
      fields: ["permissions"],
      filters: { role_id: server.guild_id },
    })
    const context = {
      everyone: (everyone[0] as { permissions: string } | undefined)?.permissions ?? "0",
      mappings: await discordOf(req.scope).servers.countMappings(server.id),
    }
    const roles = data as unknown as StoredRole[]
    res.json({
      roles: roles.map((role) => toAdminRole(role, context)),
      count: metadata?.count ?? roles.length,
      offset: metadata?.skip ?? 0,
      limit: metadata?.take ?? roles.length,
    })
  },
)
