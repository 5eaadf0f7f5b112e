import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

export const adminDiscordApplicationMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/application",
    policies: [{ resource: "discord_server", operation: PolicyOperation.read }],
  },
]
