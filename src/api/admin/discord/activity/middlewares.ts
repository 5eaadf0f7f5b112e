import { validateAndTransformQuery } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"
import { listActivityQueryConfig } from "./query-config"
import { AdminGetDiscordActivityParams } from "./validators"

export const adminDiscordActivityMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/activity",
    middlewares: [
      validateAndTransformQuery(AdminGetDiscordActivityParams, listActivityQueryConfig),
    ],
    policies: [{ resource: "discord_membership", operation: PolicyOperation.read }],
  },
]
