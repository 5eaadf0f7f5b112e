import { render, say, type Message } from "../../../../messages"
import {
  factsOfReadings,
  pathsOf,
  readingOf,
  readPath,
  subscriptionsNamedBy,
  type SubscriptionFact,
} from "../subscription-facts.rules"
import {
  SOURCE_PRESETS,
  type EntitySource,
  type SubscriptionReading,
} from "../subscription-sources.rules"

const { recipe, reorder } = SOURCE_PRESETS
const NOW = new Date("2026-08-10T12:00:00Z")
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

const recipeRecord = (over: object = {}) => ({
  id: "sub_1",
  status: "active",
  subscription_date: inDays(-5),
  expiration_date: inDays(25),
  customer: { id: "cus_ada" },
  orders: [
    { id: "order_1", items: [{ variant_id: "gold" }, { variant_id: "mug" }] },
    { id: "order_2", items: [{ variant_id: "gold" }] },
  ],
  ...over,
})
const reorderRecord = (over: object = {}) => ({
  id: "sub_2",
  status: "active",
  customer_id: "cus_ada",
  variant_id: "gold",
  started_at: inDays(-5).toISOString(),
  cancel_effective_at: null,
  ...over,
})

function understood(source: EntitySource, record: unknown): SubscriptionReading {
  const reading = readingOf(source, record)
  if (!reading.ok) {
    throw new Error(reading.problems.map((problem) => render(problem)).join())
  }
  return reading.value
}

const problems = (source: EntitySource, record: unknown): Message[] => {
  const reading = readingOf(source, record)
  return reading.ok ? [] : reading.problems
}

describe("a path in a record", () => {
  it.each([
    ["a field", "status", { status: "active" }, ["active"]],
    ["a field of a linked record", "customer.id", recipeRecord(), ["cus_ada"]],
    ["through lists, each value once", "orders.items.variant_id", recipeRecord(), ["gold", "mug"]],
    ["a list itself", "variants", { variants: ["a", "b"] }, ["a", "b"]],
    ["what is not there", "customer.id", { customer: null }, []],
    ["a field nobody knows", "custmer.id", recipeRecord(), []],
    ["an empty list", "orders.id", { orders: [] }, []],
    ["a value that is false or zero", "count", { count: 0 }, [0]],
  ])("reads %s", (_case, path, record, expected) => {
    expect(readPath(record, path)).toEqual(expected)
  })

  it("is asked for once, with what every record has", () => {
    expect(pathsOf(reorder)).toEqual([
      "id",
      "created_at",
      "customer_id",
      "variant_id",
      "status",
      "started_at",
      "cancel_effective_at",
      "orders.id",
    ])
  })
})

describe("the presets", () => {
  it.each<[string, EntitySource, object, Partial<SubscriptionReading>]>([
    [
      "the recipe's links",
      recipe,
      recipeRecord(),
      {
        customerId: "cus_ada",
        variantId: ["gold", "mug"],
        status: "grant",
        startsAt: inDays(-5),
        validUntil: inDays(25),
        orderIds: ["order_1", "order_2"],
      },
    ],
    ["the recipe's cancel", recipe, recipeRecord({ status: "canceled" }), { status: "end" }],
    ["the recipe's expiry", recipe, recipeRecord({ status: "expired" }), { status: "end" }],
    ["the recipe's failure", recipe, recipeRecord({ status: "failed" }), { status: "suspend" }],
    [
      "Reorder's fields",
      reorder,
      reorderRecord(),
      { customerId: "cus_ada", variantId: ["gold"], status: "grant", validUntil: null },
    ],
    ["Reorder's pause", reorder, reorderRecord({ status: "paused" }), { status: "suspend" }],
    ["Reorder's past due", reorder, reorderRecord({ status: "past_due" }), { status: "grace" }],
    [
      "Reorder's cancel",
      reorder,
      reorderRecord({ status: "cancelled", cancel_effective_at: inDays(9).toISOString() }),
      { status: "end", validUntil: inDays(9) },
    ],
  ])("read %s", (_case, source, record, expected) => {
    expect(understood(source, record)).toMatchObject(expected)
  })
})

describe("what cannot be understood is said, and is no reading", () => {
  it.each<[string, EntitySource, object, Message]>([
    [
      "no customer",
      recipe,
      recipeRecord({ customer: undefined }),
      say("subscription.missing", {
        source: "recipe",
        field: "customerId",
        path: "customer.id",
        entity: "subscription",
      }),
    ],
    [
      "no orders",
      recipe,
      recipeRecord({ orders: [] }),
      say("subscription.missing", {
        source: "recipe",
        field: "variantId",
        path: "orders.items.variant_id",
        entity: "subscription",
      }),
    ],
    [
      "no status",
      reorder,
      reorderRecord({ status: undefined }),
      say("subscription.missing", {
        source: "reorder",
        field: "status",
        path: "status",
        entity: "subscription",
      }),
    ],
    [
      "an unknown status",
      reorder,
      reorderRecord({ status: "frozen" }),
      say("subscription.status_unknown", { source: "reorder", status: "frozen" }),
    ],
    [
      "a status of Object's own",
      reorder,
      reorderRecord({ status: "toString" }),
      say("subscription.status_unknown", { source: "reorder", status: "toString" }),
    ],
    [
      "two customers",
      { ...reorder, fields: { ...reorder.fields, customerId: "customers.id" } },
      reorderRecord({ customers: [{ id: "a" }, { id: "b" }] }),
      say("subscription.several_values", {
        source: "reorder",
        field: "customerId",
        path: "customers.id",
      }),
    ],
    [
      "no date",
      reorder,
      reorderRecord({ cancel_effective_at: "soon" }),
      say("subscription.no_date", {
        source: "reorder",
        field: "validUntil",
        path: "cancel_effective_at",
      }),
    ],
  ])("%s", (_case, source, record, problem) => {
    expect(problems(source, record)).toEqual([problem])
  })
})

describe("what a reading entitles to", () => {
  const reading = (over: Partial<SubscriptionReading> = {}): SubscriptionReading => ({
    customerId: "cus_ada",
    variantId: "gold",
    status: "grant",
    ...over,
  })
  const fact = (over: Partial<SubscriptionReading>): SubscriptionFact | undefined =>
    factsOfReadings([reading(over)], 7, NOW)[0]

  it.each<[string, Partial<SubscriptionReading>, Partial<SubscriptionFact>]>([
    ["grant, without an end", {}, { ends_at: null, ended_reason: null, grace_days: null }],
    ["grant, until an end", { validUntil: inDays(3) }, { ends_at: inDays(3), ended_reason: null }],
    [
      "grant, past its end",
      { validUntil: inDays(-1) },
      { ends_at: inDays(-1), ended_reason: null },
    ],
    ["grace", { status: "grace" }, { ended_reason: null, grace_days: 7, grace_from: null }],
    [
      "grace since a date",
      { status: "grace", graceFrom: inDays(-2) },
      { grace_days: 7, grace_from: inDays(-2) },
    ],
    [
      "suspend, whatever its end",
      { status: "suspend", validUntil: inDays(9) },
      { ends_at: null, ended_reason: "subscription_suspended" },
    ],
    [
      "suspend, past its end",
      { status: "suspend", validUntil: inDays(-9) },
      { ends_at: inDays(-9), ended_reason: null },
    ],
    ["end, at once", { status: "end" }, { ends_at: null, ended_reason: "subscription_ended" }],
    [
      "end, at an end to come",
      { status: "end", validUntil: inDays(9) },
      { ends_at: inDays(9), ended_reason: "subscription_ended" },
    ],
    [
      "end, past its end",
      { status: "end", validUntil: inDays(-9) },
      { ends_at: null, ended_reason: "subscription_ended" },
    ],
  ])("%s", (_case, over, expected) => {
    expect(fact(over)).toMatchObject(expected)
  })

  it("is one right for each variant, with the orders that pay for it", () => {
    const facts = factsOfReadings(
      [reading({ variantId: ["gold", "silver"], orderIds: ["order_2", "order_1"] })],
      0,
      NOW,
    )
    expect(facts.map(({ variant_id, order_ids }) => [variant_id, order_ids])).toEqual([
      ["gold", ["order_1", "order_2"]],
      ["silver", ["order_1", "order_2"]],
    ])
  })
})

describe("the subscriptions that an order says it belongs to", () => {
  const sources = [reorder, recipe, { orderMetadata: "billing.id" }]

  it.each<[string, unknown, string[]]>([
    ["none in no metadata", null, []],
    ["none in others' metadata", { id: "sub_1", note: "subscription_id" }, []],
    ["one, by a field of it", { subscription_id: "sub_1" }, ["sub_1"]],
    ["one, by a field within", { billing: { id: "bill_1" } }, ["bill_1"]],
    ["one of each source", { subscription_id: "b", billing: { id: "a" } }, ["a", "b"]],
    ["the same once", { subscription_id: "a", billing: { id: "a" } }, ["a"]],
    ["none in a list", { subscription_id: ["a", "b"] }, []],
    ["none in what is no text", { subscription_id: 7, billing: { id: { a: 1 } } }, []],
    ["none in what is too long for an id", { subscription_id: "a".repeat(256) }, []],
  ])("%s", (_case, metadata, ids) => {
    expect(subscriptionsNamedBy(metadata, sources)).toEqual(ids)
  })
})
