/**
 * What a status of a subscription means. `grant`: it gives its roles. `grace`: it still does, for `graceDays`. `suspend`: not
 * now, it may again. `end`: no longer, from its end date on if that is to come.
 */
export const SUBSCRIPTION_EFFECTS = ["grant", "grace", "suspend", "end"] as const
export type SubscriptionEffect = (typeof SUBSCRIPTION_EFFECTS)[number]

/** An event that tells of a subscription, and where in its data the subscription's id is. */
export interface SourceEvent {
  name: string
  idPath: string
}

/** Where in the record each fact is, as `query.graph` reads it: `customer.id`, `orders.items.variant_id`. */
export interface SourceFields {
  customerId: string
  variantId: string
  status: string
  startsAt?: string | undefined
  /** The final end: a past one ends the access whatever the status says. */
  validUntil?: string | undefined
  /** Since when the grace runs; without it, from when the store first heard of it. */
  graceFrom?: string | undefined
  /** Orders that pay for the subscription: they give nothing by themselves. */
  orderIds?: string | undefined
}

/**
 * Another entity whose records name orders of a subscription, for a module that does not link them all: where in such a record
 * the subscription's id is, and the order's.
 */
export interface OrderRecords {
  entity: string
  subscriptionId: string
  orderId: string
}

interface SourceBase {
  name: string
  events: SourceEvent[]
  graceDays: number
  /**
   * Where in an order's `metadata` its subscription's id is. Such an order is the subscription's with all that is on it: it gives
   * nothing by itself. It has to be the same customer's, and the subscription one that is known.
   */
  orderMetadata?: string | undefined
}

/** Subscriptions that are records of some module: read by `query.graph`, nothing to program. */
export interface EntitySource extends SourceBase {
  kind: "entity"
  entity: string
  fields: SourceFields
  statuses: Record<string, SubscriptionEffect>
  orderRecords?: OrderRecords[] | undefined
}

/** What a function says of one subscription, or of one of its variants. */
export interface SubscriptionReading {
  customerId: string
  variantId: string | string[]
  status: SubscriptionEffect
  startsAt?: Date | string | null | undefined
  validUntil?: Date | string | null | undefined
  graceFrom?: Date | string | null | undefined
  orderIds?: string[] | undefined
}

/** Subscriptions that only the store's own code can read. */
export interface FunctionSource<Container = unknown> extends SourceBase {
  kind: "function"
  /** @returns null when there is no such subscription; that ends nothing by itself */
  read: (
    id: string,
    container: Container,
  ) => Promise<SubscriptionReading | SubscriptionReading[] | null>
}

export type SubscriptionSource<Container = unknown> = EntitySource | FunctionSource<Container>

const moduleEvents = (service: string) =>
  ["created", "updated", "deleted"].map((happened) => ({
    name: `${service}.subscription.${happened}`,
    idPath: "id",
  }))

/** Medusa's official subscription recipe. Its cancel keeps the expiration date: the access lasts until then. */
const recipe: EntitySource = {
  kind: "entity",
  name: "recipe",
  entity: "subscription",
  events: moduleEvents("subscriptionModuleService"),
  fields: {
    customerId: "customer.id",
    variantId: "orders.items.variant_id",
    status: "status",
    startsAt: "subscription_date",
    validUntil: "expiration_date",
    orderIds: "orders.id",
  },
  statuses: { active: "grant", canceled: "end", expired: "end", failed: "suspend" },
  graceDays: 0,
}

/**
 * Reorder (`@reorderjs/reorder`). A cancel at the period's end shows as `cancelled` at once, with an end to come.
 *
 * A renewal's order is linked to its subscription only after its first charge succeeded; one that is charged at a retry never is.
 * But it names its subscription, and the renewal cycle or the dunning case names it.
 *
 * A subscription whose retries failed stays `past_due` for ever. By default Reorder tries 1, 3 and 7 days after the failure before
 * (`dunning_retry_intervals` 1440, 4320, 10080 minutes), a job of five minutes each time: the last day is for those.
 */
const reorder: EntitySource = {
  kind: "entity",
  name: "reorder",
  entity: "subscription",
  events: moduleEvents("subscription"),
  fields: {
    customerId: "customer_id",
    variantId: "variant_id",
    status: "status",
    startsAt: "started_at",
    validUntil: "cancel_effective_at",
    orderIds: "orders.id",
  },
  statuses: { active: "grant", past_due: "grace", paused: "suspend", cancelled: "end" },
  orderMetadata: "subscription_id",
  orderRecords: [
    {
      entity: "renewal_cycle",
      subscriptionId: "subscription_id",
      orderId: "generated_order_id",
    },
    // A renewal that is tried again makes another order, and only the dunning case goes on naming the first.
    { entity: "dunning_case", subscriptionId: "subscription_id", orderId: "renewal_order_id" },
  ],
  graceDays: 12,
}

export const SOURCE_PRESETS = { recipe, reorder }
export type SourcePreset = keyof typeof SOURCE_PRESETS
