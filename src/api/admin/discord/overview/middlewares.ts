import type { MiddlewareRoute } from "@medusajs/framework/http"

export const adminDiscordOverviewMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/overview",
    policies: [{ resource: "discord_server", operation: "read" }],
  },
]
