import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"

export const adminCustomerDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/customers/:id/discord/resync",
    policies: [{ resource: "discord_membership", operation: PolicyOperation.update }],
  },
]
