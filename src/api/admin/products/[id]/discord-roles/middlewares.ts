import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"
import { AdminSetProductDiscordRolesParams } from "./validators"

const resource = "discord_role_mapping"

export const adminProductDiscordRoleMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/products/:id/discord-roles",
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["POST"],
    matcher: "/admin/products/:id/discord-roles/preview",
    middlewares: [validateAndTransformBody(AdminSetProductDiscordRolesParams)],
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["POST"],
    matcher: "/admin/products/:id/discord-roles",
    middlewares: [validateAndTransformBody(AdminSetProductDiscordRolesParams)],
    policies: [{ resource, operation: PolicyOperation.update }],
  },
]
