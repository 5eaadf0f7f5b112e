import type { MiddlewareRoute } from "@medusajs/framework/http"

export const adminDiscordApplicationMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/application",
    policies: [{ resource: "discord_server", operation: "read" }],
  },
]
