import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { CartFacts } from "../../../modules/discord/cart/cart.rules"

const cartSchema = z
  .object({
    email: z.string().nullish(),
    completed_at: z.unknown(),
    customer: z.object({ id: z.string(), has_account: z.boolean() }).nullish(),
  })
  .transform(({ email = null, completed_at, customer = null }) => ({
    email,
    customer,
    is_completed: Boolean(completed_at),
  }))

/** Whose a cart is; null when there is none. */
export async function readCart(container: MedusaContainer, id: string): Promise<CartFacts | null> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: ["id", "email", "completed_at", "customer.id", "customer.has_account"],
    filters: { id },
  })
  return data[0] ? cartSchema.parse(data[0]) : null
}
