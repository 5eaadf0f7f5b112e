import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { ulidTime } from "../../../modules/discord/chore/ulid-time.rules"
import { findOrderIds } from "./find-order-ids"
import type { LookedAt } from "./looked-at"

/** Orders that are looked at together. */
const PAGE = 200
/** Ids that are listed in one statement: without an index of the column, each reads the table. */
const LISTED = 5_000
/** So far may the clock of a process that makes ids be ahead. */
const AHEAD_MS = 60 * 60_000

/**
 * The tables whose rows change whenever an order may give something else. A payment does not touch its order; every other
 * change of an order (a return, a claim, an exchange, an edit, a transfer) makes a new version of it.
 */
export const CHANGING_TABLES = ["order", "payment_collection"] as const

/** What is made, never changed, when somebody buys, pays or is paid back: with the kind that Medusa's ids of it begin with. */
const MADE = [
  { entity: "order", kind: "order", record: "order", key: "id" },
  { entity: "capture", kind: "capt", record: "payment", key: "payment_id" },
  { entity: "refund", kind: "ref", record: "payment", key: "payment_id" },
] as const

const rowSchema = z.looseObject({ id: z.string(), updated_at: z.coerce.date() })

type Row = z.infer<typeof rowSchema>
type Filters = Record<string, unknown>

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
  for (const entity of CHANGING_TABLES) {
    const rows = listRows(container, entity, ["id", "updated_at"], { updated_at: { $gte: since } })
    for await (const page of notLookedAt(rows, entity, lookedAt)) {
      const ids = page.map(({ id }) => id)
      yield [...new Set((await findOrderIds(container, entity, ids)).values())]
    }
  }
}

/**
 * Ids of the orders that were placed, paid or refunded since a moment, found by primary keys alone: what it costs grows with these,
 * however many orders there are. It misses what changes an order without a record of its own, and ids that are not Medusa's.
 *
 * @param lookedAt as of {@link changedOrders}
 */
export async function* newlyMade(
  container: MedusaContainer,
  since: Date,
  lookedAt: LookedAt,
): AsyncGenerator<string[]> {
  const until = new Date(Date.now() + AHEAD_MS)
  for (const { entity, kind, record, key } of MADE) {
    const made = { id: { $gte: `${kind}_${ulidTime(since)}`, $lt: `${kind}_${ulidTime(until)}` } }
    const fields = [...new Set(["id", "updated_at", key])]
    for await (const page of notLookedAt(
      listRows(container, entity, fields, made),
      entity,
      lookedAt,
    )) {
      const ids = page.map((row) => z.string().parse(row[key]))
      yield [...new Set((await findOrderIds(container, record, ids)).values())]
    }
  }
}

async function* notLookedAt(
  pages: AsyncGenerator<Row[]>,
  table: string,
  lookedAt: LookedAt,
): AsyncGenerator<Row[]> {
  for await (const listed of pages) {
    const rows = listed.filter((row) => !lookedAt.has(table, row))
    for (let from = 0; from < rows.length; from += PAGE) {
      const page = rows.slice(from, from + PAGE)
      yield page
      lookedAt.add(table, page)
    }
  }
}

/** Pages by id, which never changes: a row that changes meanwhile moves none of the others to another page. */
async function* listRows(
  container: MedusaContainer,
  entity: string,
  fields: string[],
  filters: Filters,
): AsyncGenerator<Row[]> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  let last: string | null = null
  for (;;) {
    const after: Filters[] = last === null ? [] : [{ id: { $gt: last } }]
    const { data } = await query.graph({
      entity,
      fields,
      filters: { $and: [filters, ...after] },
      pagination: { skip: 0, take: LISTED, order: { id: "ASC" } },
    })
    const page = z.array(rowSchema).parse(data)
    yield page
    if (page.length < LISTED) {
      return
    }
    last = page.at(-1)?.id ?? last
  }
}
