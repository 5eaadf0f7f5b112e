import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sweepOrders } from "../src/workflows/entitlement/utils/sweep-orders"

export const SWEPT = "swept: "

const ORDERS = 200_000
const SWEEPS = 11

/** For `medusa exec`: orders of the last year, none of them new, and sweeps that find nothing. Says how long each took. */
export default async function measure({ container }: ExecArgs): Promise<void> {
  await insertOrders(container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION))
  // The first one of all only notes the time.
  await sweepOrders(container)
  const times: number[] = []
  for (let i = 0; i < SWEEPS; i++) {
    times.push(await timedSweep(container))
  }
  process.stdout.write(`\n${SWEPT}${JSON.stringify({ orders: ORDERS, times })}\n`)
}

async function timedSweep(container: MedusaContainer): Promise<number> {
  const begun = performance.now()
  const { looked_at } = await sweepOrders(container)
  if (looked_at > 0) {
    throw new Error(`The sweep looked at ${looked_at} orders, of which none had changed`)
  }
  return Math.round(performance.now() - begun)
}

async function insertOrders(db: Knex): Promise<void> {
  const since = "now() - interval '1 hour' - random() * interval '365 days'"
  for (const statement of [
    `insert into "order" (id, currency_code, email, status, created_at, updated_at)
       select 'order_' || lpad(n::text, 9, '0'), 'eur', 'buyer' || n || '@bench.store', 'completed', ${since}, ${since}
         from generate_series(1, :orders) n`,
    `insert into payment_collection (id, currency_code, amount, raw_amount, created_at, updated_at)
       select 'pay_col_' || lpad(n::text, 9, '0'), 'eur', 10, '{"value": "10"}', ${since}, ${since}
         from generate_series(1, :orders) n`,
    `insert into order_payment_collection (id, order_id, payment_collection_id)
       select 'ordpay_' || n, 'order_' || lpad(n::text, 9, '0'), 'pay_col_' || lpad(n::text, 9, '0')
         from generate_series(1, :orders) n`,
    "analyze",
  ]) {
    await db.raw(statement, statement.includes(":orders") ? { orders: ORDERS } : {})
  }
}
