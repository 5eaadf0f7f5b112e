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

interface SourceBase {
  name: string
  events: SourceEvent[]
  graceDays: number
}

/** Subscriptions that are records of some module: read by `query.graph`, nothing to program. */
export interface EntitySource extends SourceBase {
  kind: "entity"
  entity: string
  fields: SourceFields
  statuses: Record<string, SubscriptionEffect>
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

/** Reorder (`@reorderjs/reorder`). A cancel at the period's end shows as `cancelled` at once, with an end to come. */
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
  graceDays: 7,
}

export const SOURCE_PRESETS = { recipe, reorder }
export type SourcePreset = keyof typeof SOURCE_PRESETS
