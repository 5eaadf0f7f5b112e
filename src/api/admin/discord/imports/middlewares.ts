import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { AdminImportDiscordCustomersParams } from "./validators"

/** Twice the largest file, as what is quoted in it grows in JSON; so one that is a little too large is told so in words. */
const SIZE_LIMIT = "2mb"

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
