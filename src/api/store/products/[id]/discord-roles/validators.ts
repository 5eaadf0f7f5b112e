import { z } from "@medusajs/framework/zod"

/** The cart of a guest who has connected Discord with it. Whatever else a storefront sends along is not looked at. */
export const storeProductDiscordRolesParams = z.object({
  cart_id: z.string({ error: "must be the id of a cart" }).max(100).optional(),
})
