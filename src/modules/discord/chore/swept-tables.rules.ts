/** Medusa's tables in which a sweep finds what changed by a column that Medusa itself has no index on. */
export const SWEPT_TABLES = [
  {
    table: "order",
    column: "updated_at",
    statement: `create index concurrently if not exists "IDX_discord_order_updated_at" on "order" ("updated_at");`,
  },
  {
    table: "payment_collection",
    column: "updated_at",
    statement: `create index concurrently if not exists "IDX_discord_payment_collection_updated_at" on "payment_collection" ("updated_at");`,
  },
  {
    table: "customer",
    column: "deleted_at",
    statement: `create index concurrently if not exists "IDX_discord_customer_deleted_at" on "customer" ("deleted_at") where "deleted_at" is not null;`,
  },
] as const
export type SweptTable = (typeof SWEPT_TABLES)[number]["table"]

/** Where changes of orders are found: in what order they are looked through. */
export const CHANGED_TABLES = ["order", "payment_collection"] as const
export type ChangedTable = (typeof CHANGED_TABLES)[number]

/** Where it is found that somebody bought, paid or was paid back. */
export const MADE_TABLES = ["order", "capture", "refund"] as const
export type MadeTable = (typeof MADE_TABLES)[number]

/** A row that says that an order may give something else. */
export interface ChangedRow {
  id: string
  updated_at: Date
  /** Null when it belongs to no order. */
  order_id: string | null
}

/** Pages by id, which never changes: a row that changes meanwhile moves none of the others to another page. */
export interface IdPage {
  after: string
  limit: number
}

/** From so many rows on a table is not read each minute: with 200,000 orders that takes PostgreSQL a tenth of a second. */
const MANY_ROWS = 250_000
/** A large table without the index is read from end to end no more often than this. */
const WHOLE_LOOK_MS = 60 * 60_000

/** A table as PostgreSQL knows it. */
export interface TableState {
  table: SweptTable
  /** As PostgreSQL last estimated them. */
  rows: number
  /** Whether the column begins an index that is ready. */
  has_index: boolean
}

/** Whether finding what changed in some tables costs no more than a moment. */
function areCheap(tables: readonly TableState[]): boolean {
  return tables.every(({ rows, has_index }) => has_index || rows < MANY_ROWS)
}

/**
 * Whether a look at all that changed is to be taken now.
 *
 * @param last when one was last taken; null = never
 */
export function isWholeLookDue(
  tables: readonly TableState[],
  last: Date | null,
  now: Date,
): boolean {
  return areCheap(tables) || last === null || now.getTime() - last.getTime() >= WHOLE_LOOK_MS
}

/** What an admin of the database is to run, a statement for each large table without its index. */
export function missingIndexes(tables: readonly TableState[]): string[] {
  return SWEPT_TABLES.filter(({ table }) =>
    tables.some((state) => state.table === table && !areCheap([state])),
  ).map(({ statement }) => statement)
}
