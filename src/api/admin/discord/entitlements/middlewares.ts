import { validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../utils/parse-query"
import { listEntitlementsQueryConfig, retrieveEntitlementQueryConfig } from "./query-config"
import {
  AdminGetDiscordEntitlementParams,
  AdminGetDiscordEntitlementsParams,
  AdminGrantDiscordEntitlementParams,
  AdminSuspendDiscordEntitlementParams,
  AdminUpdateDiscordEntitlementParams,
} from "./validators"

const resource = "discord_entitlement"
const list = "/admin/discord/entitlements"
const one = `${list}/:id`

const selectFields = validateQuery(AdminGetDiscordEntitlementParams, retrieveEntitlementQueryConfig)

export const adminDiscordEntitlementMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: list,
    middlewares: [validateQuery(AdminGetDiscordEntitlementsParams, listEntitlementsQueryConfig)],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: list,
    middlewares: [validateAndTransformBody(AdminGrantDiscordEntitlementParams), selectFields],
    policies: [{ resource, operation: "create" }],
  },
  {
    method: ["GET"],
    matcher: one,
    middlewares: [selectFields],
    policies: [{ resource, operation: "read" }],
  },
  {
    method: ["POST"],
    matcher: one,
    middlewares: [validateAndTransformBody(AdminUpdateDiscordEntitlementParams), selectFields],
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["POST"],
    matcher: `${one}/suspend`,
    middlewares: [validateAndTransformBody(AdminSuspendDiscordEntitlementParams), selectFields],
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["POST"],
    matcher: `${one}/resume`,
    middlewares: [selectFields],
    policies: [{ resource, operation: "update" }],
  },
  {
    method: ["DELETE"],
    matcher: one,
    middlewares: [selectFields],
    policies: [{ resource, operation: "delete" }],
  },
]
