import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminDiscordEntitlementListResponse,
  AdminGrantDiscordEntitlementResponse,
} from "../../../../types/http"
import { grantEntitlementWorkflow } from "../../../../workflows/entitlement"
import { activeFilter, listEntitlements, retrieveEntitlement } from "./helpers"
import type { AdminGrantDiscordEntitlementBody } from "./validators"

/** Lists who has a right to what, whether an order, a subscription or a person gave it. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordEntitlementListResponse>,
  ): Promise<void> => {
    const { active, ...filters } = req.filterableFields as { active?: boolean }
    const { fields, pagination } = req.queryConfig
    const { entitlements, count } = await listEntitlements(req.scope, {
      fields,
      filters: { $and: [filters, ...activeFilter(active, new Date())] },
      pagination,
    })
    res.json({ entitlements, count, offset: pagination.skip, limit: pagination.take ?? count })
  },
)

/** Gives a customer the roles of a variant without an order. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminGrantDiscordEntitlementBody>,
    res: MedusaResponse<AdminGrantDiscordEntitlementResponse>,
  ): Promise<void> => {
    const { result } = await grantEntitlementWorkflow(req.scope).run({
      input: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
    })
    const id = result.entitlements[0]?.id ?? ""
    const entitlement = await retrieveEntitlement(req.scope, id, req.queryConfig.fields)
    const { notices, notice_details } = result
    res.json({ entitlement, notices, notice_details })
  },
)
