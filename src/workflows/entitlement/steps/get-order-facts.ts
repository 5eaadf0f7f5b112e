import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import type { OrderFacts } from "../../../modules/discord/domain/order-entitlements"

export interface GetOrderFactsInput {
  order_id: string
}

const FIELDS = [
  "id",
  "status",
  "customer_id",
  "created_at",
  "total",
  "items.variant_id",
  "items.detail.quantity",
  "items.detail.return_received_quantity",
  "items.detail.return_dismissed_quantity",
  "items.detail.written_off_quantity",
  "payment_collections.status",
  "payment_collections.amount",
  "payment_collections.authorized_amount",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
]

/** `query.graph` leaves out fields it does not know. A quantity that is not there must stop us, never revoke. */
const quantity = z.coerce.number()
const amount = z
  .unknown()
  .transform((value) => (value === null || value === undefined ? 0 : Number(value)))
  .pipe(z.number())

const orderSchema = z.object({
  id: z.string(),
  status: z.string(),
  customer_id: z.string().nullable(),
  created_at: z.coerce.date(),
  total: z.coerce.number(),
  items: z.array(
    z
      .object({
        variant_id: z.string().nullable(),
        detail: z.object({
          quantity,
          return_received_quantity: quantity,
          return_dismissed_quantity: quantity,
          written_off_quantity: quantity,
        }),
      })
      .transform(({ variant_id, detail }) => ({ variant_id, ...detail })),
  ),
  payment_collections: z
    .array(
      z.object({
        status: z.string(),
        amount,
        authorized_amount: amount,
        captured_amount: amount,
        refunded_amount: amount,
      }),
    )
    .nullish(),
})

/**
 * Reads what an order says now.
 *
 * @returns null when the order belongs to nobody: there is nobody to entitle
 */
export const getOrderFactsStep = createStep(
  "discord-get-order-facts",
  async ({ order_id }: GetOrderFactsInput, { container }) => {
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: FIELDS,
      filters: { id: order_id },
    })
    if (!data[0]) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order ${order_id} was not found`)
    }
    return new StepResponse(factsOf(data[0]))
  },
)

function factsOf(found: unknown): OrderFacts | null {
  const { payment_collections, customer_id, ...order } = orderSchema.parse(found)
  if (customer_id === null) {
    return null
  }
  return {
    ...order,
    customer_id,
    payments: (payment_collections ?? []).filter((payment) => payment.status !== "canceled"),
  }
}
