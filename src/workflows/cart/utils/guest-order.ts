import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { CartOrder } from "../../../modules/discord/cart/cart-consent.store"

const linkSchema = z.object({ cart_id: z.string(), order_id: z.string() })
const orderSchema = z.object({
  customer_id: z.string().nullable(),
  customer: z.object({ has_account: z.boolean() }).nullish(),
})

/** A guest's order with its cart; null when there is none yet, or it is a registered customer's by now. */
export async function findGuestOrder(
  container: MedusaContainer,
  by: { order_id: string } | { cart_id: string },
): Promise<CartOrder | null> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_cart",
    fields: ["cart_id", "order_id"],
    filters: by,
  })
  if (!links[0]) {
    return null
  }
  const { cart_id, order_id } = linkSchema.parse(links[0])
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id", "customer.id", "customer.has_account"],
    filters: { id: order_id },
  })
  if (!orders[0]) {
    return null
  }
  const { customer_id, customer } = orderSchema.parse(orders[0])
  return customer_id && customer && !customer.has_account
    ? { cart_id, order_id, customer_id }
    : null
}
