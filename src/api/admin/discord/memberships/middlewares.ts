import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"
import { AdminRetryDiscordMembershipsParams } from "./validators"

const resource = "discord_membership"

export const adminDiscordMembershipMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/memberships",
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/memberships/counts",
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/memberships/retry",
    middlewares: [validateAndTransformBody(AdminRetryDiscordMembershipsParams)],
    policies: [{ resource, operation: PolicyOperation.update }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/memberships/:id/retry",
    policies: [{ resource, operation: PolicyOperation.update }],
  },
]
