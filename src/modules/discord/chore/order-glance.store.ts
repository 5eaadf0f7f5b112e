import { z } from "@medusajs/framework/zod"
import { rows, type Db } from "../db/db"

const amount = z
  .number()
  .nullable()
  .transform((value) => value ?? 0)

/** A row that is not as it should be is no glance: whoever reads the order in full says what is wrong with it. */
const glanceSchema = z.object({
  id: z.string(),
  status: z.string(),
  customer_id: z.string(),
  created_at: z.date(),
  metadata: z.unknown(),
  items: z.array(
    z.object({
      id: z.string(),
      variant_id: z.string().nullable(),
      quantity: z.number(),
      return_received_quantity: z.number(),
      return_dismissed_quantity: z.number(),
      written_off_quantity: z.number(),
    }),
  ),
  payments: z.array(
    z.object({
      amount,
      authorized_amount: amount,
      captured_amount: amount,
      refunded_amount: amount,
    }),
  ),
})

/** An order as its rows say, without what Medusa computes. */
export type OrderGlance = z.infer<typeof glanceSchema>

/**
 * What Medusa's tables say of some orders, in one statement. Through Medusa's modules the same takes twenty times as long, and most
 * orders that changed still give what they gave.
 *
 * @returns those that could be understood
 * @throws when the tables are elsewhere, or others than Medusa's today
 */
export async function glanceAtOrders(db: Db, orderIds: string[]): Promise<OrderGlance[]> {
  const found = await rows<unknown>(
    db,
    `select o.id, o.status, o.customer_id, o.created_at, o.metadata,
            (select coalesce(json_agg(json_build_object(
                      'id', line.id, 'variant_id', line.variant_id, 'quantity', item.quantity,
                      'return_received_quantity', item.return_received_quantity,
                      'return_dismissed_quantity', item.return_dismissed_quantity,
                      'written_off_quantity', item.written_off_quantity)), '[]')
               from order_item item
               left join order_line_item line on line.id = item.item_id and line.deleted_at is null
              where item.order_id = o.id and item.version = o.version and item.deleted_at is null) as items,
            (select coalesce(json_agg(json_build_object(
                      'amount', payment.amount, 'authorized_amount', payment.authorized_amount,
                      'captured_amount', payment.captured_amount, 'refunded_amount', payment.refunded_amount)), '[]')
               from order_payment_collection link
               join payment_collection payment on payment.id = link.payment_collection_id and payment.deleted_at is null
              where link.order_id = o.id and link.deleted_at is null and payment.status <> 'canceled') as payments
       from "order" o where o.id = any(:orderIds) and o.deleted_at is null`,
    { orderIds },
  )
  return found.flatMap((row) => glanceSchema.safeParse(row).data ?? [])
}
