import type {
  IOrderModuleService,
  MedusaContainer,
  RemoteQueryFunction,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  dependsOnTotal,
  type OrderFacts,
  type PaymentFacts,
} from "../../../modules/discord/entitlement/order-entitlements.rules"
import { subscriptionsNamedBy } from "../../../modules/discord/subscription/subscription-facts.rules"
import type { SubscriptionSource } from "../../../modules/discord/subscription/subscription-sources.rules"
import { addClaimedBack } from "./add-claimed-back"
import type { OrderReadings } from "./order-readings"
import { discordOf } from "./subscription-source"

const ORDER_FIELDS = [
  "id",
  "status",
  "customer_id",
  "created_at",
  "metadata",
  "items.id",
  "items.variant_id",
  "items.detail.quantity",
  "items.detail.return_received_quantity",
  "items.detail.return_dismissed_quantity",
  "items.detail.written_off_quantity",
]
const PAYMENT_FIELDS = [
  "order_id",
  "payment_collection.status",
  "payment_collection.amount",
  "payment_collection.authorized_amount",
  "payment_collection.captured_amount",
  "payment_collection.refunded_amount",
]

/** Medusa leaves out fields it does not know. A quantity that is not there must stop us, never revoke. */
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
  metadata: z.unknown(),
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
})
const paymentSchema = z.object({
  payment_collection: z
    .object({
      status: z.string(),
      amount,
      authorized_amount: amount,
      captured_amount: amount,
      refunded_amount: amount,
    })
    .nullish(),
})
const linkSchema = z.object({ order_id: z.string() })
const idSchema = z.object({ id: z.string() })
const totalSchema = z.object({ id: z.string(), total: z.coerce.number() })

/**
 * Reads what orders say now, all in one go. Every change of every order comes by here, so orders and payments are each asked for
 * where they are: joined by `query.graph` from the order, the same costs twice as much.
 */
export async function readOrderFacts(
  container: MedusaContainer,
  orderIds: string[],
): Promise<OrderReadings> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { subscriptions } = discordOf(container).options
  const readings: OrderReadings = { orders: new Map(), failures: new Map() }
  const orderModule = container.resolve<IOrderModuleService>(Modules.ORDER)
  const [found, payments] = await Promise.all([
    orderModule.listOrders(
      { id: orderIds },
      { select: ORDER_FIELDS, relations: ["items", "items.detail"], take: orderIds.length },
    ),
    readPayments(query, orderIds),
  ])
  for (const order of found) {
    const { id } = idSchema.parse(order)
    try {
      readings.orders.set(id, factsOf(order, payments.get(id) ?? [], subscriptions))
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

/** The payment collections of some orders, each behind its link and not looked into: one that is odd fails its own order only. */
async function readPayments(
  query: RemoteQueryFunction,
  orderIds: string[],
): Promise<Map<string, unknown[]>> {
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: PAYMENT_FIELDS,
    filters: { order_id: orderIds },
  })
  const byOrder = new Map<string, unknown[]>()
  for (const link of data as unknown[]) {
    const { order_id } = linkSchema.parse(link)
    byOrder.set(order_id, [...(byOrder.get(order_id) ?? []), link])
  }
  return byOrder
}

function factsOf(
  found: unknown,
  links: unknown[],
  sources: readonly SubscriptionSource[],
): OrderFacts | null {
  const { customer_id, metadata, ...order } = orderSchema.parse(found)
  if (customer_id === null) {
    return null
  }
  return {
    ...order,
    customer_id,
    total: null,
    payments: paymentsOf(links),
    subscription_ids: subscriptionsNamedBy(metadata, sources),
  }
}

function paymentsOf(links: unknown[]): PaymentFacts[] {
  return links
    .flatMap((link) => paymentSchema.parse(link).payment_collection ?? [])
    .filter((payment) => payment.status !== "canceled")
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
