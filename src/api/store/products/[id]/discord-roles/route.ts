import { sayRefusals } from "../../../../utils/say-refusals"
import type { MedusaStoreRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreProductDiscordRolesResponse } from "../../../../../types/http"
import { listProductRoles } from "../../../../admin/products/[id]/discord-roles/helpers"
import { requireSoldProduct } from "./helpers"

/** What each variant of a product gives in Discord. Roles that cannot be given now are not promised. */
export const GET = sayRefusals(
  async (
    req: MedusaStoreRequest,
    res: MedusaResponse<StoreProductDiscordRolesResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    await requireSoldProduct(req.scope, id, req.publishable_key_context.sales_channel_ids)
    const { variants } = await listProductRoles(req.scope, id)
    res.json({
      variants: variants.map(({ variant_id, roles }) => ({
        variant_id,
        roles: roles
          .filter((role) => role.assignable)
          .map(({ name, color, server_name }) => ({ name, color, server_name })),
      })),
    })
  },
)
