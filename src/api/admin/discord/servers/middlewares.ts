import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../utils/parse-query"
import {
  listRolesQueryConfig,
  listServersQueryConfig,
  retrieveServerQueryConfig,
} from "./query-config"
import {
  AdminDeleteDiscordServerParams,
  AdminGetDiscordRolesParams,
  AdminGetDiscordServerMembersParams,
  AdminGetDiscordServerParams,
  AdminGetDiscordServersParams,
  AdminReconcileDiscordServerBody,
  AdminTestDiscordRole,
  AdminUpdateDiscordServerParams,
} from "./validators"

const resource = "discord_server"

export const adminDiscordServerMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/servers",
    middlewares: [validateQuery(AdminGetDiscordServersParams, listServersQueryConfig)],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/servers/connect",
    policies: [{ resource, operation: "create" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/servers/:id",
    middlewares: [validateQuery(AdminGetDiscordServerParams, retrieveServerQueryConfig)],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/servers/:id",
    middlewares: [
      validateAndTransformBody(AdminUpdateDiscordServerParams),
      validateQuery(AdminGetDiscordServerParams, retrieveServerQueryConfig),
    ],
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["DELETE"],
    matcher: "/admin/discord/servers/:id",
    middlewares: [validateQuery(AdminDeleteDiscordServerParams, retrieveServerQueryConfig)],
    policies: [{ resource, operation: "delete" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/servers/:id/disconnect",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/servers/:id/roles",
    middlewares: [validateQuery(AdminGetDiscordRolesParams, listRolesQueryConfig)],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/servers/:id/refresh",
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/servers/:id/reconcile",
    middlewares: [validateAndTransformBody(AdminReconcileDiscordServerBody)],
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/servers/:id/members",
    middlewares: [validateQuery(AdminGetDiscordServerMembersParams, {})],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/servers/:id/invitation",
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/servers/:id/test",
    middlewares: [validateAndTransformBody(AdminTestDiscordRole)],
    policies: [{ resource, operation: "update" }],
  },
]
