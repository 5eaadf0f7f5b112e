import { say, type Message } from "../../../messages"
import type {
  EntitySource,
  SubscriptionReading,
  SubscriptionSource,
} from "./subscription-sources.rules"

/** What a subscription entitles to, per variant. */
export interface SubscriptionFact {
  variant_id: string
  customer_id: string
  starts_at: Date
  ends_at: Date | null
  ended_reason: SubscriptionEndReason | null
  grace_days: number | null
  grace_from: Date | null
  order_ids: string[]
}

export const SUBSCRIPTION_END_REASONS = [
  "subscription_suspended",
  "subscription_ended",
  "subscription_deleted",
] as const
export type SubscriptionEndReason = (typeof SUBSCRIPTION_END_REASONS)[number]

/** Either what a subscription says, or why that cannot be told: then nothing is changed. */
export type Understood<Value> = { ok: true; value: Value } | { ok: false; problems: Message[] }

/**
 * Reads a path in a record, through lists: `orders.items.variant_id` gives every item's variant.
 *
 * @returns the values that are there, each once
 */
export function readPath(record: unknown, path: string): unknown[] {
  let values: unknown[] = [record]
  for (const name of path.split(".")) {
    values = values.flat().flatMap((value) => (isRecord(value) ? [value[name]] : []))
  }
  return [...new Set(values.flat())].filter((value) => value !== undefined && value !== null)
}

/** Every path to ask `query.graph` for. */
export function pathsOf({ fields }: EntitySource): string[] {
  const paths = Object.values(fields) as (string | undefined)[]
  return [...new Set(["id", "created_at", ...paths.filter((path) => path !== undefined)])]
}

/**
 * Turns a record into what it says. `query.graph` leaves out a field that it does not know, so a customer, variant or status
 * that is not there is a mistake in the configuration, and never means that nothing is owned.
 */
export function readingOf(source: EntitySource, record: unknown): Understood<SubscriptionReading> {
  const { fields, statuses, name } = source
  const problems: Message[] = []
  const read = (field: keyof typeof fields): unknown[] => {
    const path = fields[field]
    return path === undefined ? [] : readPath(record, path)
  }
  const required = (field: "customerId" | "variantId" | "status"): string[] => {
    const found = read(field).map(String)
    if (found.length === 0) {
      problems.push(
        say("subscription.missing", {
          source: name,
          field,
          path: fields[field],
          entity: source.entity,
        }),
      )
    }
    return found
  }
  const single = (field: "customerId" | "status"): string => {
    const found = required(field)
    if (found.length > 1) {
      problems.push(
        say("subscription.several_values", { source: name, field, path: fields[field] }),
      )
    }
    return found[0] ?? ""
  }
  const date = (field: "startsAt" | "validUntil" | "graceFrom"): Date | null => {
    const [value] = read(field)
    const at = value === undefined ? null : new Date(value as string | Date)
    if (at && Number.isNaN(at.getTime())) {
      problems.push(
        say("subscription.no_date", { source: name, field, path: String(fields[field]) }),
      )
      return null
    }
    return at
  }
  const status = single("status")
  const effect = Object.hasOwn(statuses, status) ? statuses[status] : undefined
  if (status !== "" && effect === undefined) {
    problems.push(say("subscription.status_unknown", { source: name, status }))
  }
  const value = {
    customerId: single("customerId"),
    variantId: required("variantId"),
    status: effect ?? "grant",
    startsAt: date("startsAt"),
    validUntil: date("validUntil"),
    graceFrom: date("graceFrom"),
    orderIds: read("orderIds").map(String),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

/** A subscription's id is short; a buyer writes the metadata of their cart, and so of their order. */
const LONGEST_ID = 255

/**
 * The subscriptions that an order says it belongs to, by what its metadata holds. Whether there are any such, of the same
 * customer, is for others to say: a storefront lets buyers write there.
 */
export function subscriptionsNamedBy(
  metadata: unknown,
  sources: readonly Pick<SubscriptionSource, "orderMetadata">[],
): string[] {
  const ids = sources.flatMap(({ orderMetadata }) => {
    const [id, ...others] = orderMetadata === undefined ? [] : readPath(metadata, orderMetadata)
    return typeof id === "string" && others.length === 0 && id.length <= LONGEST_ID ? [id] : []
  })
  return [...new Set(ids)].sort()
}

/**
 * What readings of one subscription entitle to, one fact for each variant.
 *
 * @param graceDays how long a status that means `grace` still gives the roles
 */
export function factsOfReadings(
  readings: SubscriptionReading[],
  graceDays: number,
  now: Date,
): SubscriptionFact[] {
  const facts = readings.flatMap((reading) =>
    [reading.variantId].flat().map((variant_id) => factOf(reading, variant_id, graceDays, now)),
  )
  return [...new Map(facts.map((fact) => [fact.variant_id, fact])).values()]
}

function factOf(
  reading: SubscriptionReading,
  variant_id: string,
  graceDays: number,
  now: Date,
): SubscriptionFact {
  const ends_at = toDate(reading.validUntil)
  const isPast = ends_at !== null && ends_at <= now
  const fact: SubscriptionFact = {
    variant_id,
    customer_id: reading.customerId,
    starts_at: toDate(reading.startsAt) ?? now,
    ends_at,
    ended_reason: null,
    grace_days: null,
    grace_from: null,
    order_ids: [...new Set(reading.orderIds)].sort(),
  }
  switch (reading.status) {
    case "grant":
      return fact
    case "grace":
      return { ...fact, grace_days: graceDays, grace_from: toDate(reading.graceFrom) }
    case "suspend":
      // An end that is past is the end, whatever the status says.
      return isPast ? fact : { ...fact, ends_at: null, ended_reason: "subscription_suspended" }
    case "end":
      return { ...fact, ends_at: isPast ? null : ends_at, ended_reason: "subscription_ended" }
  }
}

function toDate(value: Date | string | null | undefined): Date | null {
  return value === null || value === undefined ? null : new Date(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
