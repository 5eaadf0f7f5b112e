import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

export const adminOrderDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/orders/:id/discord",
    policies: [{ resource: "discord_entitlement", operation: PolicyOperation.read }],
  },
]
