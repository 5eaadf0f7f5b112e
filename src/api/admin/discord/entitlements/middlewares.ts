import { validateAndTransformBody, validateAndTransformQuery } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PolicyOperation } from "@medusajs/framework/utils"
import { listEntitlementsQueryConfig, retrieveEntitlementQueryConfig } from "./query-config"
import {
  AdminGetDiscordEntitlementParams,
  AdminGetDiscordEntitlementsParams,
  AdminGrantDiscordEntitlementParams,
  AdminUpdateDiscordEntitlementParams,
} from "./validators"

const resource = "discord_entitlement"
const list = "/admin/discord/entitlements"
const one = `${list}/:id`

const selectFields = validateAndTransformQuery(
  AdminGetDiscordEntitlementParams,
  retrieveEntitlementQueryConfig,
)

export const adminDiscordEntitlementMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: list,
    middlewares: [
      validateAndTransformQuery(AdminGetDiscordEntitlementsParams, listEntitlementsQueryConfig),
    ],
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["POST"],
    matcher: list,
    middlewares: [validateAndTransformBody(AdminGrantDiscordEntitlementParams), selectFields],
    policies: [{ resource, operation: PolicyOperation.create }],
  },
  {
    method: ["GET"],
    matcher: one,
    middlewares: [selectFields],
    policies: [{ resource, operation: PolicyOperation.read }],
  },
  {
    method: ["POST"],
    matcher: one,
    middlewares: [validateAndTransformBody(AdminUpdateDiscordEntitlementParams), selectFields],
    policies: [{ resource, operation: PolicyOperation.update }],
  },
  {
    method: ["DELETE"],
    matcher: one,
    middlewares: [selectFields],
    policies: [{ resource, operation: PolicyOperation.delete }],
  },
]
