import {
  CHANGED_TABLES,
  MADE_TABLES,
  type ChangedRow,
  type IdPage,
} from "../../../modules/discord/chore/swept-tables.rules"
import type { ChoreService } from "../../../modules/discord/chore/chore.service"
import type { LookedAt } from "./looked-at"

/** Orders that are looked at together. */
const PAGE = 200
/** Rows that are listed in one statement: without an index of the column, each reads the table. */
const LISTED = 5_000

type ListPage = (page: IdPage) => Promise<ChangedRow[]>

/**
 * Ids of the orders that changed since a moment, a page at a time; an order may come twice.
 *
 * @param lookedAt rows that are left out. What a page came from is added when the next one is asked for: by then it was looked at
 */
export async function* changedOrders(
  chores: ChoreService,
  since: Date,
  lookedAt: LookedAt,
): AsyncGenerator<string[]> {
  for (const table of CHANGED_TABLES) {
    yield* ordersOf(table, lookedAt, (page) => chores.listChanged(table, since, page))
  }
}

/**
 * Ids of the orders that were placed, paid or refunded since a moment, found by primary keys alone: what it costs grows with these,
 * however many orders there are. It misses what changes an order without a record of its own, and ids that are not Medusa's.
 *
 * @param lookedAt as of {@link changedOrders}
 */
export async function* newlyMade(
  chores: ChoreService,
  since: Date,
  lookedAt: LookedAt,
): AsyncGenerator<string[]> {
  for (const table of MADE_TABLES) {
    yield* ordersOf(table, lookedAt, (page) => chores.listMade(table, since, page))
  }
}

async function* ordersOf(
  table: string,
  lookedAt: LookedAt,
  list: ListPage,
): AsyncGenerator<string[]> {
  for await (const listed of allPages(list)) {
    const rows = listed.filter((row) => !lookedAt.has(table, row))
    for (let from = 0; from < rows.length; from += PAGE) {
      const page = rows.slice(from, from + PAGE)
      yield [...new Set(page.flatMap(({ order_id }) => order_id ?? []))]
      lookedAt.add(table, page)
    }
  }
}

async function* allPages(list: ListPage): AsyncGenerator<ChangedRow[]> {
  let after = ""
  for (;;) {
    const page = await list({ after, limit: LISTED })
    yield page
    if (page.length < LISTED) {
      return
    }
    after = page.at(-1)?.id ?? after
  }
}
