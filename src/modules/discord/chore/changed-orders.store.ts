import { rows, type Db } from "../db/db"
import type { ChangedRow, ChangedTable, IdPage, MadeTable } from "./swept-tables.rules"
import { ulidTime } from "./ulid-time.rules"

/** So far may the clock of a process that makes ids be ahead. */
const AHEAD_MS = 60 * 60_000

/** The order that a payment collection belongs to; a cart's has none. */
function orderOf(collectionId: string): string {
  return `left join order_payment_collection link
            on link.payment_collection_id = ${collectionId} and link.deleted_at is null`
}

/**
 * Rows that change whenever an order may give something else. A payment does not touch its order; every other change of an order (a
 * return, a claim, an exchange, an edit, a transfer) makes a new version of it.
 */
const CHANGED: Record<ChangedTable, string> = {
  order: `select id, updated_at, id as order_id from "order" as seen
           where updated_at >= :since and deleted_at is null`,
  payment_collection: `select seen.id, seen.updated_at, link.order_id
      from payment_collection as seen ${orderOf("seen.id")}
     where seen.updated_at >= :since and seen.deleted_at is null`,
}

/** Rows that are made when somebody buys, pays or is paid back; Medusa's ids of them begin with their kind and a ULID. */
const MADE: Record<MadeTable, { kind: string; statement: string }> = {
  order: {
    kind: "order_",
    statement: `select id, updated_at, id as order_id from "order" as seen
                 where id >= :first and id < :last and deleted_at is null`,
  },
  capture: { kind: "capt_", statement: ofPayments("capture") },
  refund: { kind: "ref_", statement: ofPayments("refund") },
}

function ofPayments(table: string): string {
  return `select seen.id, seen.updated_at, link.order_id
            from ${table} as seen join payment on payment.id = seen.payment_id
            ${orderOf("payment.payment_collection_id")}
           where seen.id >= :first and seen.id < :last and seen.deleted_at is null`
}

/** Rows of a table that changed since a moment. */
export async function listChanged(
  db: Db,
  table: ChangedTable,
  since: Date,
  page: IdPage,
): Promise<ChangedRow[]> {
  return listPage(db, CHANGED[table], { since }, page)
}

/** Rows of a table that were made since a moment, by its primary key alone. Ids that are not Medusa's are left out. */
export async function listMade(
  db: Db,
  table: MadeTable,
  since: Date,
  page: IdPage,
): Promise<ChangedRow[]> {
  const { kind, statement } = MADE[table]
  const first = kind + ulidTime(since)
  const last = kind + ulidTime(new Date(Date.now() + AHEAD_MS))
  return listPage(db, statement, { first, last }, page)
}

async function listPage(
  db: Db,
  statement: string,
  bindings: Record<string, string | Date>,
  { after, limit }: IdPage,
): Promise<ChangedRow[]> {
  return rows(db, `${statement} and seen.id > :after order by seen.id limit :limit`, {
    ...bindings,
    after,
    limit,
  })
}
