import type { MiddlewareRoute } from "@medusajs/framework/http"

export const adminOrderDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/orders/:id/discord",
    policies: [{ resource: "discord_entitlement", operation: "read" }],
  },
]
