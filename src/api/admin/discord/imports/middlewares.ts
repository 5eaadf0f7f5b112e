import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { AdminImportDiscordCustomersParams } from "./validators"

/** More than the largest file in JSON, so that one that is too large is told so in words. */
const SIZE_LIMIT = "8mb"

export const adminDiscordImportMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/discord/imports",
    bodyParser: { sizeLimit: SIZE_LIMIT },
    middlewares: [validateAndTransformBody(AdminImportDiscordCustomersParams)],
    policies: [
      { resource: "discord_entitlement", operation: "create" },
      { resource: "discord_account", operation: "create" },
    ],
  },
]
