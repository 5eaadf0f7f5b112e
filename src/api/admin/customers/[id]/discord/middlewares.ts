import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"
import { AdminLinkDiscordAccountParams } from "./validators"

const resource = "discord_account"

export const adminCustomerDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/customers/:id/discord",
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["POST"],
    matcher: "/admin/customers/:id/discord/account",
    middlewares: [validateAndTransformBody(AdminLinkDiscordAccountParams)],
    policies: [{ resource, operation: PolicyOperation.create }],
  },
  {
    method: ["DELETE"],
    matcher: "/admin/customers/:id/discord/account",
    policies: [{ resource, operation: PolicyOperation.delete }],
  },
  {
    method: ["POST"],
    matcher: "/admin/customers/:id/discord/resync",
    policies: [{ resource: "discord_membership", operation: PolicyOperation.update }],
  },
]
