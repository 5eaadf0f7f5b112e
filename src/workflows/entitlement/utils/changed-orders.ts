import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { findOrderIds } from "./find-order-ids"

const PAGE = 200

/**
 * The tables whose rows change whenever an order may give something else. A payment does not touch its order; every other
 * change of an order (a return, a claim, an exchange, an edit, a transfer) makes a new version of it.
 */
const SWEPT = ["order", "payment_collection"] as const

const pageSchema = z.array(z.object({ id: z.string() }))

/** Ids of the orders that changed since a moment, a page at a time; an order may come twice. */
export async function* changedOrders(
  container: MedusaContainer,
  since: Date,
): AsyncGenerator<string[]> {
  for (const entity of SWEPT) {
    for await (const ids of changedSince(container, entity, since)) {
      yield [...new Set((await findOrderIds(container, entity, ids)).values())]
    }
  }
}

/** Pages by id, which never changes: a row that changes meanwhile moves none of the others to another page. */
async function* changedSince(
  container: MedusaContainer,
  entity: (typeof SWEPT)[number],
  since: Date,
): AsyncGenerator<string[]> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  let last = ""
  for (;;) {
    const { data } = await query.graph({
      entity,
      fields: ["id"],
      filters: { updated_at: { $gte: since }, id: { $gt: last } },
      pagination: { skip: 0, take: PAGE, order: { id: "ASC" } },
    })
    const ids = pageSchema.parse(data).map(({ id }) => id)
    if (ids.length > 0) {
      yield ids
    }
    if (ids.length < PAGE) {
      return
    }
    last = ids.at(-1) ?? last
  }
}
