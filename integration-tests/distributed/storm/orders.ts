import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { Queue } from "bullmq"

const NONE = `'{"value": "0"}'::jsonb`
const ONE = `'{"value": "1"}'::jsonb`
const TEN = `'{"value": "10"}'::jsonb`

/** What Medusa stores of an order of one line that was paid. */
const ORDER = [
  `insert into "order" (id, currency_code, email, status, customer_id)
     values (:order, 'eur', :email, 'pending', :customer)`,
  `insert into order_line_item (id, title, variant_id, unit_price, raw_unit_price)
     values (:line, 'Plan', :variant, 10, ${TEN})`,
  `insert into order_item
     (id, order_id, item_id, version, quantity, fulfilled_quantity, shipped_quantity, return_requested_quantity,
      return_received_quantity, return_dismissed_quantity, written_off_quantity, raw_quantity, raw_fulfilled_quantity,
      raw_shipped_quantity, raw_return_requested_quantity, raw_return_received_quantity, raw_return_dismissed_quantity,
      raw_written_off_quantity)
     values (:item, :order, :line, 1, 1, 0, 0, 0, 0, 0, 0,
             ${ONE}, ${NONE}, ${NONE}, ${NONE}, ${NONE}, ${NONE}, ${NONE})`,
  `insert into payment_collection
     (id, currency_code, amount, raw_amount, authorized_amount, raw_authorized_amount, captured_amount, raw_captured_amount,
      status)
     values (:payment, 'eur', 10, ${TEN}, 10, ${TEN}, 10, ${TEN}, 'completed')`,
  `insert into order_payment_collection (id, order_id, payment_collection_id)
     values (:link, :order, :payment)`,
]

/** Somebody who buys a plan of a server, and may cancel it. */
export interface Purchase {
  customerId: string
  variantId: string
  guildId: string
  userId: string
  roleId: string
}

/**
 * Buys and cancels as fast as a machine with two cores can take it: stores what Medusa stores, and tells of it as Medusa's event bus
 * does. A checkout of Medusa's own costs a second of processor time, the plugin's part of it a tenth.
 */
export class Orders {
  readonly #db: Knex
  readonly #queue: Queue

  constructor(db: Knex, redisPort: number) {
    this.#db = db
    this.#queue = new Queue("events-queue", {
      prefix: "RedisEventBusService",
      connection: { host: "127.0.0.1", port: redisPort, maxRetriesPerRequest: null },
    })
    // It is to be gone for a while.
    this.#queue.on("error", () => undefined)
  }

  /** @returns the order's id */
  async buy({ customerId, variantId }: Purchase): Promise<string> {
    const order = generateEntityId(undefined, "order")
    const bindings = {
      order,
      line: generateEntityId(undefined, "ordli"),
      item: generateEntityId(undefined, "orditem"),
      payment: generateEntityId(undefined, "pay_col"),
      link: generateEntityId(undefined, "ordpay"),
      email: `${customerId}@storm.store`,
      customer: customerId,
      variant: variantId,
    }
    await this.#db.transaction(async (tx) => {
      for (const statement of ORDER) {
        await tx.raw(statement, bindings)
      }
    })
    await this.#tell("order.placed", order)
    return order
  }

  async cancel(order: string): Promise<void> {
    await this.#db.raw(
      `update "order" set status = 'canceled', canceled_at = now(), updated_at = now() where id = :order`,
      { order },
    )
    await this.#tell("order.canceled", order)
  }

  /** Orders that nobody has read yet. */
  async unread(): Promise<number> {
    return this.#queue.getJobCountByTypes("wait", "prioritized", "active")
  }

  async close(): Promise<void> {
    await this.#queue.close()
  }

  async #tell(name: string, id: string): Promise<void> {
    await this.#queue.add(
      name,
      { data: { id }, metadata: {} },
      { removeOnComplete: true, attempts: 1, priority: 100 },
    )
  }
}
