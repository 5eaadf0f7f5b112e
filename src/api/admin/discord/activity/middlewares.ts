import type { MiddlewareRoute } from "@medusajs/framework/http"

export const adminDiscordActivityMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/activity",
    policies: [{ resource: "discord_membership", operation: "read" }],
  },
]
