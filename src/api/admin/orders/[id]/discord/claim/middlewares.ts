import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

export const adminOrderDiscordClaimMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/orders/:id/discord/claim",
    policies: [{ resource: "discord_account", operation: PolicyOperation.create }],
  },
  {
    method: ["POST"],
    matcher: "/admin/orders/:id/discord/message",
    policies: [{ resource: "discord_account", operation: PolicyOperation.create }],
  },
]
