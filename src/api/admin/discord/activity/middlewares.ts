import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

export const adminDiscordActivityMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/activity",
    policies: [{ resource: "discord_membership", operation: PolicyOperation.read }],
  },
]
