import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../../../../types/http"
import { setRoleMappingsWorkflow } from "../../../../../workflows/role-mapping"
import { listProductRoles } from "./helpers"

/** Which roles each variant of a product gives. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminProductDiscordRolesResponse>,
  ): Promise<void> => {
    res.json(await listProductRoles(req.scope, req.params.id ?? ""))
  },
)

/** Replaces the roles of the variants it names, all or nothing. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminSetProductDiscordRoles>,
    res: MedusaResponse<AdminProductDiscordRolesResponse>,
  ): Promise<void> => {
    const product_id = req.params.id ?? ""
    await setRoleMappingsWorkflow(req.scope).run({
      input: { product_id, actor_id: req.auth_context.actor_id, ...req.validatedBody },
    })
    res.json(await listProductRoles(req.scope, product_id))
  },
)
