import type { AuthContext, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import type { Offer } from "../../../../../modules/discord/purchase/purchase.service"
import type {
  StoreProductDiscordRolesResponse,
  StoreVariantDiscordRoles,
} from "../../../../../types/http"
import { listVariantIds } from "../../../../admin/products/[id]/discord-roles/helpers"
import { discordOf } from "../../../../utils/discord"
import { textsAskedFor } from "../../../../utils/language"
import { parseQuery } from "../../../../utils/parse-query"
import { sayRefusals } from "../../../../utils/say-refusals"
import { serverIconUrl } from "../../../../../modules/discord/access/pictures.rules"
import { requireSoldProduct } from "./helpers"
import { storeProductDiscordRolesParams } from "./validators"

/**
 * What each variant of a product gives in Discord, and what who asks would have to do first: the customer who is signed in, or
 * a guest who has connected Discord with their cart. Roles that cannot be given now are not promised.
 */
export const GET = sayRefusals(
  async (
    req: MedusaStoreRequest & { auth_context?: AuthContext },
    res: MedusaResponse<StoreProductDiscordRolesResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    const { cart_id = null } = parseQuery(storeProductDiscordRolesParams, req.query)
    await requireSoldProduct(req.scope, id, req.publishable_key_context.sales_channel_ids)
    const { purchases } = discordOf(req.scope)
    const customer_id = req.auth_context?.actor_id ?? null
    const offers = await purchases.listOffers(
      await listVariantIds(req.scope, id),
      { customer_id, cart_id: customer_id === null ? cart_id : null },
      textsAskedFor(req),
    )
    res.json({
      require_connection: await purchases.requirementOf(id),
      variants: offers.map(toVariant),
    })
  },
)

function toVariant({ variant_id, roles, todo }: Offer): StoreVariantDiscordRoles {
  return {
    variant_id,
    roles: roles.map(({ name, color, server_name, guild_id, server_icon }) => ({
      name,
      color,
      server_name,
      guild_id,
      icon_url: serverIconUrl(guild_id, server_icon),
    })),
    ready: todo === null,
    todo,
  }
}
