import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { AdminSetProductDiscordRolesParams } from "./validators"

const resource = "discord_role_mapping"

export const adminProductDiscordRoleMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/products/:id/discord-roles",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/products/:id/discord-roles/preview",
    middlewares: [validateAndTransformBody(AdminSetProductDiscordRolesParams)],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/products/:id/discord-roles",
    middlewares: [validateAndTransformBody(AdminSetProductDiscordRolesParams)],
    policies: [{ resource, operation: "update" }],
  },
]
