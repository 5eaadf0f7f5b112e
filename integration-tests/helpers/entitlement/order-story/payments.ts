import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Collection {
  order_id: string
  amount: number
  held: number
  captured: number
  refunded: number
}

/** Each payment, capture and refund as its own row says; not the sums that a payment collection keeps of them. */
const COLLECTIONS = `
  select l.order_id, c.amount::float8 as amount,
         coalesce((select sum(p.amount) from payment p
                    where p.payment_collection_id = c.id and p.canceled_at is null
                      and p.deleted_at is null), 0)::float8 as held,
         coalesce((select sum(x.amount) from capture x join payment p on p.id = x.payment_id
                    where p.payment_collection_id = c.id and x.deleted_at is null), 0)::float8 as captured,
         coalesce((select sum(x.amount) from refund x join payment p on p.id = x.payment_id
                    where p.payment_collection_id = c.id and x.deleted_at is null), 0)::float8 as refunded
    from order_payment_collection l
    join payment_collection c on c.id = l.payment_collection_id
   where l.order_id = any(:orders) and l.deleted_at is null and c.deleted_at is null
     and c.status <> 'canceled'`

/**
 * Orders that are paid, and not given all their money back: with the options as they are by default. Orders of a story cost
 * something.
 */
export async function paidOrders(db: Knex, orders: string[]): Promise<Set<string>> {
  const { rows } = await db.raw<{ rows: Collection[] }>(COLLECTIONS, { orders })
  return new Set(
    orders.filter((order) => {
      const its = rows.filter(({ order_id }) => order_id === order)
      const isPaid = its.some(
        ({ amount, held, captured }) => amount > 0 && Math.max(held, captured) >= amount,
      )
      const back = its.reduce((sum, { refunded }) => sum + refunded, 0)
      const taken = its.reduce((sum, { captured }) => sum + captured, 0)
      return isPaid && !(back > 0 && back >= taken)
    }),
  )
}
