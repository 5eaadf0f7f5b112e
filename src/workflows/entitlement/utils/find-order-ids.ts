import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { OrderRecord } from "../../../modules/discord/entitlement/order-events.rules"

const linkSchema = z.array(z.object({ order_id: z.string(), payment_collection_id: z.string() }))
const paymentSchema = z.array(z.object({ id: z.string(), payment_collection_id: z.string() }))

/**
 * Finds the orders that records belong to.
 *
 * @returns order ids by the record's id; a payment that belongs to no order, a cart's for one, is not in it
 */
export async function findOrderIds(
  container: MedusaContainer,
  record: OrderRecord,
  ids: string[],
): Promise<Map<string, string>> {
  switch (record) {
    case "order":
      return new Map(ids.map((id) => [id, id]))
    case "payment_collection":
      return ordersOfCollections(container, ids)
    case "payment":
      return ordersOfPayments(container, ids)
  }
}

async function ordersOfCollections(
  container: MedusaContainer,
  ids: string[],
): Promise<Map<string, string>> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id", "payment_collection_id"],
    filters: { payment_collection_id: ids },
  })
  const links = linkSchema.parse(data)
  return new Map(links.map((link) => [link.payment_collection_id, link.order_id]))
}

async function ordersOfPayments(
  container: MedusaContainer,
  ids: string[],
): Promise<Map<string, string>> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id", "payment_collection_id"],
    filters: { id: ids },
  })
  const payments = paymentSchema.parse(data)
  const orders = await ordersOfCollections(
    container,
    payments.map((payment) => payment.payment_collection_id),
  )
  return new Map(
    payments.flatMap(({ id, payment_collection_id }) => {
      const orderId = orders.get(payment_collection_id)
      return orderId === undefined ? [] : [[id, orderId] as const]
    }),
  )
}
