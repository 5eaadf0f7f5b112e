import type { MedusaRequest } from "@medusajs/framework/http"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const ordersSchema = z.tuple([z.object({ display_id: z.coerce.number() })]).rest(z.unknown())

/** The number of an order as the store shows it. @throws ZodError when there is no such order */
export async function numberOf({ scope }: MedusaRequest, orderId: string): Promise<number> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["display_id"],
    filters: { id: orderId },
  })
  return ordersSchema.parse(data)[0].display_id
}
