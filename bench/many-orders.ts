import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Ids in Medusa's form, a kind and a ULID, all of them made in 2004. */
const idOf = (kind: string) => `'${kind}_01' || upper(lpad(to_hex(n), 24, '0'))`
const SINCE = "now() - interval '1 hour' - random() * interval '365 days'"
const EACH = "from generate_series(cast(:first as int), cast(:last as int)) n"
const NONE = `'{"value": "0"}'::jsonb`
const ONE = `'{"value": "1"}'::jsonb`
const TEN = `'{"value": "10"}'::jsonb`
/** A transaction that fills in a million rows at once keeps their log on the disk until its end. */
const AT_ONCE = 250_000

/** What each order has: a line, and a payment that was captured. */
const FILLED = [
  `insert into "order" (id, currency_code, email, status, customer_id, created_at, updated_at)
     select ${idOf("order")}, 'eur', 'buyer' || n || '@bench.store', 'completed', ${idOf("cus")}, ${SINCE}, ${SINCE} ${EACH}`,
  `insert into order_line_item (id, title, variant_id, unit_price, raw_unit_price)
     select ${idOf("ordli")}, 'Gold', 'variant_' || n % 100, 10, ${TEN} ${EACH}`,
  `insert into order_item
     (id, order_id, item_id, version, quantity, fulfilled_quantity, shipped_quantity, return_requested_quantity,
      return_received_quantity, return_dismissed_quantity, written_off_quantity, raw_quantity, raw_fulfilled_quantity,
      raw_shipped_quantity, raw_return_requested_quantity, raw_return_received_quantity, raw_return_dismissed_quantity,
      raw_written_off_quantity)
     select ${idOf("orditem")}, ${idOf("order")}, ${idOf("ordli")}, 1, 1, 0, 0, 0, 0, 0, 0,
            ${ONE}, ${NONE}, ${NONE}, ${NONE}, ${NONE}, ${NONE}, ${NONE} ${EACH}`,
  `insert into payment_collection
     (id, currency_code, amount, raw_amount, authorized_amount, raw_authorized_amount, captured_amount, raw_captured_amount,
      status, created_at, updated_at)
     select ${idOf("pay_col")}, 'eur', 10, ${TEN}, 10, ${TEN}, 10, ${TEN}, 'completed', ${SINCE}, ${SINCE} ${EACH}`,
  `insert into order_payment_collection (id, order_id, payment_collection_id)
     select ${idOf("ordpay")}, ${idOf("order")}, ${idOf("pay_col")} ${EACH}`,
]

/** Paid orders of the last year, of as many customers. */
export async function insertOrders(db: Knex, orders: number): Promise<void> {
  for (const statement of FILLED) {
    for (let first = 1; first <= orders; first += AT_ONCE) {
      await db.raw(statement, { first, last: Math.min(first + AT_ONCE - 1, orders) })
    }
  }
  await db.raw("vacuum analyze")
}

/** Lets the first orders, and their payments, have changed just now. */
export async function touchOrders(db: Knex, count: number): Promise<void> {
  for (const [table, kind] of [
    ["order", "order"],
    ["payment_collection", "pay_col"],
  ] as const) {
    await db.raw(
      `update ?? set updated_at = now() where id in (select ${idOf(kind)} from generate_series(1, cast(? as int)) n)`,
      [table, count],
    )
  }
}
