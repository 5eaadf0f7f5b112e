import type { MiddlewareRoute } from "@medusajs/framework/http"

export const adminDiscordSetupMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/setup",
    policies: [{ resource: "discord_server", operation: "read" }],
  },
]
