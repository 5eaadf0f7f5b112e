import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreProductDiscordRolesResponse } from "../../../../../types/http"
import { listProductRoles } from "../../../../admin/products/[id]/discord-roles/helpers"

/** What each variant of a product gives in Discord. Roles that cannot be given now are not promised. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreProductDiscordRolesResponse>,
): Promise<void> => {
  const { variants } = await listProductRoles(req.scope, req.params.id ?? "")
  res.json({
    variants: variants.map(({ variant_id, roles }) => ({
      variant_id,
      roles: roles
        .filter((role) => role.assignable)
        .map(({ name, color, server_name }) => ({ name, color, server_name })),
    })),
  })
}
