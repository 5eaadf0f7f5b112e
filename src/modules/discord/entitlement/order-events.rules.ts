import {
  OrderEditWorkflowEvents,
  OrderWorkflowEvents,
  PaymentEvents,
} from "@medusajs/framework/utils"

/** A record that an event speaks of, by which the order is found. */
export const ORDER_RECORDS = ["order", "payment_collection", "payment"] as const
export type OrderRecord = (typeof ORDER_RECORDS)[number]

export interface RecordId {
  record: OrderRecord
  id: string
}

interface EventSource {
  record: OrderRecord
  /** Where the event's data holds the record's id. */
  field: "id" | "order_id"
}

const order = (field: EventSource["field"]): EventSource => ({ record: "order", field })

/**
 * Every event after which an order may give something else than before. Which one it was makes no difference: the order
 * itself says what it gives.
 *
 * The events of Medusa's modules cover every change, the silent ones too: accepting a transfer, cancelling a claim, an
 * exchange or a return, archiving, capturing at authorisation, refunding by cancelling. The events of its workflows are the
 * documented ones, and are there should a module's model be named otherwise one day. Heard twice costs nothing.
 */
export const ORDER_EVENTS: Readonly<Record<string, EventSource>> = {
  [OrderWorkflowEvents.PLACED]: order("id"),
  [OrderWorkflowEvents.CANCELED]: order("id"),
  [OrderWorkflowEvents.RETURN_RECEIVED]: order("order_id"),
  [OrderWorkflowEvents.CLAIM_CREATED]: order("order_id"),
  [OrderWorkflowEvents.EXCHANGE_CREATED]: order("order_id"),
  [OrderEditWorkflowEvents.CONFIRMED]: order("order_id"),
  [PaymentEvents.CAPTURED]: { record: "payment", field: "id" },
  [PaymentEvents.REFUNDED]: { record: "payment", field: "id" },
  "order.order.updated": order("id"),
  "payment.payment-collection.updated": { record: "payment_collection", field: "id" },
}

/**
 * What an event speaks of.
 *
 * @throws when the event is none of ours, or its data holds no id where this Medusa used to put it: said aloud, since
 *   nothing else would tell that changes are only found by the sweep
 */
export function recordOf(eventName: string, data: unknown): RecordId {
  const source = ORDER_EVENTS[eventName]
  if (!source) {
    throw new Error(`${eventName} is not an event that says something of an order`)
  }
  const id =
    typeof data === "object" && data !== null
      ? (data as Record<string, unknown>)[source.field]
      : undefined
  if (typeof id !== "string" || id === "") {
    throw new Error(
      `The event ${eventName} carries no "${source.field}": this Medusa tells of its changes otherwise than the one this plugin was made for. Its orders are still looked after, each minute. Update the plugin.`,
    )
  }
  return { record: source.record, id }
}
