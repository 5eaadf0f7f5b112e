import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminPreviewProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../../../../../types/http"
import { namedPermissions } from "../../../../../../modules/discord/server/permissions.rules"
import { previewRoleMappingsWorkflow } from "../../../../../../workflows/role-mapping"

/** How many current customers saving these roles would touch, per server. Saves nothing. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminSetProductDiscordRoles>,
    res: MedusaResponse<AdminPreviewProductDiscordRolesResponse>,
  ): Promise<void> => {
    const product_id = req.params.id ?? ""
    const { result } = await previewRoleMappingsWorkflow(req.scope).run({
      input: { product_id, ...req.validatedBody },
    })
    const dangerous_roles = result.dangerous_roles.map(({ dangerous, ...role }) => ({
      ...role,
      ...namedPermissions(dangerous),
    }))
    res.json({ ...result, dangerous_roles })
  },
)
