import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { findOrderIds } from "./find-order-ids"
import type { ListedRow, LookedAt } from "./looked-at"

const PAGE = 200

/**
 * The tables whose rows change whenever an order may give something else. A payment does not touch its order; every other
 * change of an order (a return, a claim, an exchange, an edit, a transfer) makes a new version of it.
 */
const SWEPT = ["order", "payment_collection"] as const

const pageSchema = z.array(z.object({ id: z.string(), updated_at: z.coerce.date() }))

/**
 * Ids of the orders that changed since a moment, a page at a time; an order may come twice.
 *
 * @param lookedAt rows that are left out. What a page came from is added when the next one is asked for: by then it was looked at
 */
export async function* changedOrders(
  container: MedusaContainer,
  since: Date,
  lookedAt: LookedAt,
): AsyncGenerator<string[]> {
  for (const entity of SWEPT) {
    for await (const page of changedSince(container, entity, since)) {
      const rows = page.filter((row) => !lookedAt.has(entity, row))
      if (rows.length > 0) {
        const ids = rows.map(({ id }) => id)
        yield [...new Set((await findOrderIds(container, entity, ids)).values())]
        lookedAt.add(entity, rows)
      }
    }
  }
}

/** Pages by id, which never changes: a row that changes meanwhile moves none of the others to another page. */
async function* changedSince(
  container: MedusaContainer,
  entity: (typeof SWEPT)[number],
  since: Date,
): AsyncGenerator<ListedRow[]> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  let last = ""
  for (;;) {
    const { data } = await query.graph({
      entity,
      fields: ["id", "updated_at"],
      filters: { updated_at: { $gte: since }, id: { $gt: last } },
      pagination: { skip: 0, take: PAGE, order: { id: "ASC" } },
    })
    const page = pageSchema.parse(data)
    yield page
    if (page.length < PAGE) {
      return
    }
    last = page.at(-1)?.id ?? last
  }
}
