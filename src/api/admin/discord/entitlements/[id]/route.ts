import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementResponse,
} from "../../../../../types/http"
import {
  endEntitlementWorkflow,
  updateEntitlementWorkflow,
} from "../../../../../workflows/entitlement"
import { retrieveEntitlement } from "../helpers"
import type { AdminUpdateDiscordEntitlementBody } from "../validators"

/** Reads one entitlement. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordEntitlementResponse>,
  ): Promise<void> => {
    const { fields } = req.queryConfig
    res.json({ entitlement: await retrieveEntitlement(req.scope, req.params.id ?? "", fields) })
  },
)

/** Changes the end or the note of manual access. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminUpdateDiscordEntitlementBody>,
    res: MedusaResponse<AdminDiscordEntitlementResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await updateEntitlementWorkflow(req.scope).run({
      input: { id, ...req.validatedBody, actor_id: req.auth_context.actor_id },
    })
    res.json({ entitlement: await retrieveEntitlement(req.scope, id, req.queryConfig.fields) })
  },
)

/** Ends manual access now. */
export const DELETE = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordEntitlementDeleteResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await endEntitlementWorkflow(req.scope).run({
      input: { id, actor_id: req.auth_context.actor_id },
    })
    const entitlement = await retrieveEntitlement(req.scope, id, req.queryConfig.fields)
    res.json({ id, object: "discord_entitlement", deleted: true, entitlement })
  },
)
