import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { AdminCreateDiscordSyncRunParams } from "./validators"

const resource = "discord_membership"

export const adminDiscordSyncRunMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/discord/sync-runs",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/sync-runs",
    middlewares: [validateAndTransformBody(AdminCreateDiscordSyncRunParams)],
    policies: [{ resource, operation: "create" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/sync-runs/:id",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/sync-runs/:id/cancel",
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/sync-runs/:id/confirm",
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["GET"],
    matcher: "/admin/discord/sync-runs/:id/differences",
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: "/admin/discord/sync-runs/:id/resume",
    policies: [{ resource, operation: "update" }],
  },
]
