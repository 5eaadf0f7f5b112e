import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { dependsOnTotal, type OrderFacts } from "../../../modules/discord/domain/order-entitlements"
import { addClaimedBack } from "./add-claimed-back"

const FIELDS = [
  "id",
  "status",
  "customer_id",
  "created_at",
  "items.id",
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
  items: z.array(
    z
      .object({
        id: z.string(),
        variant_id: z.string().nullable(),
        detail: z.object({
          quantity,
          return_received_quantity: quantity,
          return_dismissed_quantity: quantity,
          written_off_quantity: quantity,
        }),
      })
      .transform(({ id, variant_id, detail }) => ({
        id,
        variant_id,
        ...detail,
        claimed_back_quantity: null as number | null,
      })),
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
const idSchema = z.object({ id: z.string() })
const totalSchema = z.object({ id: z.string(), total: z.coerce.number() })

/** What was read of some orders. An order that is in none of the two was not found. */
export interface OrderReadings {
  /** Null for an order that belongs to nobody: there is nobody to entitle. */
  orders: Map<string, OrderFacts | null>
  /** Why an order could not be understood. */
  failures: Map<string, unknown>
}

/** Reads what orders say now, all in one go. */
export async function readOrderFacts(
  container: MedusaContainer,
  orderIds: string[],
): Promise<OrderReadings> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const readings: OrderReadings = { orders: new Map(), failures: new Map() }
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: orderIds },
  })
  for (const found of data as unknown[]) {
    const { id } = idSchema.parse(found)
    try {
      readings.orders.set(id, factsOf(found))
    } catch (error) {
      readings.failures.set(id, inWords(error))
    }
  }
  await addClaimedBack(query, readings)
  await addTotals(query, readings)
  return readings
}

/** What is missing of an order, in a line that people read. */
function inWords(error: unknown): unknown {
  return error instanceof z.ZodError
    ? new Error(error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "))
    : error
}

function factsOf(found: unknown): OrderFacts | null {
  const { payment_collections, customer_id, ...order } = orderSchema.parse(found)
  if (customer_id === null) {
    return null
  }
  return {
    ...order,
    customer_id,
    total: null,
    payments: (payment_collections ?? []).filter((payment) => payment.status !== "canceled"),
  }
}

/** Medusa computes an order's total from all its lines, taxes and discounts: only where it decides, it is worth that. */
async function addTotals(
  query: RemoteQueryFunction,
  { orders, failures }: OrderReadings,
): Promise<void> {
  const open = [...orders.values()].flatMap((order) =>
    order !== null && dependsOnTotal(order) ? [order] : [],
  )
  if (open.length === 0) {
    return
  }
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "total"],
    filters: { id: open.map(({ id }) => id) },
  })
  const totals = new Map(
    data.map((found) => totalSchema.parse(found)).map((row) => [row.id, row.total]),
  )
  for (const order of open) {
    const total = totals.get(order.id)
    if (total === undefined) {
      orders.delete(order.id)
      failures.set(order.id, new Error(`The total of order ${order.id} could not be read`))
    } else {
      order.total = total
    }
  }
}
