import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { AdminLinkDiscordAccountParams } from "./validators"

const resource = "discord_account"

export const adminCustomerDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/customers/:id/discord",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/customers/:id/discord/account",
    middlewares: [validateAndTransformBody(AdminLinkDiscordAccountParams)],
    policies: [{ resource, operation: "create" }],
  },
  {
    method: ["DELETE"],
    matcher: "/admin/customers/:id/discord/account",
    policies: [{ resource, operation: "delete" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/customers/:id/discord/resync",
    policies: [{ resource: "discord_membership", operation: "update" }],
  },
]
