import type { MiddlewareRoute } from "@medusajs/framework/http"

export const adminOrderDiscordClaimMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/orders/:id/discord/claim",
    policies: [{ resource: "discord_account", operation: "create" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/orders/:id/discord/message",
    policies: [{ resource: "discord_account", operation: "create" }],
  },
]
