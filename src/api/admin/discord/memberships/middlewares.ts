import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { AdminRetryDiscordMembershipsParams } from "./validators"

const resource = "discord_membership"

export const adminDiscordMembershipMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/memberships",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/memberships/counts",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/memberships/retry",
    middlewares: [validateAndTransformBody(AdminRetryDiscordMembershipsParams)],
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/memberships/:id/retry",
    policies: [{ resource, operation: "update" }],
  },
]
