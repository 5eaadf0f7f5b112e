import { SOURCE_PRESETS } from "../subscription-sources.rules"
import { parseOptions } from "../../options"
import { readSources } from "../subscription-options.rules"

const GIVEN = {
  clientId: "112233445566778899",
  clientSecret: "s3cr3t",
  botToken: "t0ken",
  encryptionKey: "0f1e".repeat(16),
  backendUrl: "https://api.store.example",
  redirectUrls: ["https://store.example/account"],
}
const OWN = {
  name: "club",
  entity: "club_membership",
  events: ["club.membership.updated"],
  fields: { customerId: "customer_id", variantId: "variant_id", status: "state" },
  statuses: { running: "grant", over: "end" },
}
const read = () => Promise.resolve(null)

const parse = (...subscriptions: unknown[]) =>
  parseOptions({ ...GIVEN, subscriptions }).subscriptions
const refusalOf = (...subscriptions: unknown[]): string => {
  try {
    parse(...subscriptions)
  } catch (error) {
    return error instanceof Error ? error.message : ""
  }
  throw new Error("The options were accepted")
}

describe("the option subscriptions", () => {
  it("is none when it is left out", () => {
    expect(parseOptions(GIVEN).subscriptions).toEqual([])
  })

  it("takes presets by their names", () => {
    expect(parse("recipe", "reorder")).toEqual([SOURCE_PRESETS.recipe, SOURCE_PRESETS.reorder])
  })

  it("takes a preset with changes of one's own", () => {
    const [source] = parse({
      preset: "reorder",
      name: "plans",
      graceDays: 3,
      fields: { graceFrom: "next_renewal_at" },
      statuses: { trialing: "grant" },
    })
    expect(source).toEqual({
      ...SOURCE_PRESETS.reorder,
      name: "plans",
      graceDays: 3,
      fields: { ...SOURCE_PRESETS.reorder.fields, graceFrom: "next_renewal_at" },
      statuses: { ...SOURCE_PRESETS.reorder.statuses, trialing: "grant" },
    })
  })

  it("takes a module of one's own, its events by name or with the path of the id", () => {
    const events = ["a.updated", { name: "b.updated", idPath: "membership.id" }]
    expect(parse({ ...OWN, events })).toEqual([
      {
        ...OWN,
        kind: "entity",
        graceDays: 0,
        events: [
          { name: "a.updated", idPath: "id" },
          { name: "b.updated", idPath: "membership.id" },
        ],
      },
    ])
  })

  it("takes where orders name their subscription, and which records name its orders", () => {
    const ties = {
      orderMetadata: "club.id",
      orderRecords: [{ entity: "invoice", subscriptionId: "club_id", orderId: "order.id" }],
    }
    expect(parse({ ...OWN, ...ties })).toMatchObject([ties])
    expect(parse({ preset: "reorder", ...ties })).toMatchObject([ties])
    expect(parse({ preset: "reorder", orderRecords: [] })).toMatchObject([{ orderRecords: [] }])
    expect(parse({ name: "billing", events: [], read, orderMetadata: "billing_id" })).toMatchObject(
      [{ orderMetadata: "billing_id" }],
    )
  })

  it("takes a function", () => {
    expect(parse({ name: "billing", events: ["billing.changed"], read })).toMatchObject([
      { kind: "function", name: "billing", graceDays: 0, read },
    ])
  })

  it.each<[string, unknown, RegExp]>([
    ["an unknown preset", "stripe", /subscriptions\.0 must be "recipe", "reorder" or an object/],
    ["a number", 7, /subscriptions\.0 /],
    ["no entity", { ...OWN, entity: undefined }, /subscriptions\.0\.entity is missing/],
    ["no events", { ...OWN, events: undefined }, /subscriptions\.0\.events is missing/],
    ["no fields", { ...OWN, fields: undefined }, /subscriptions\.0\.fields is missing/],
    [
      "no customer",
      { ...OWN, fields: { ...OWN.fields, customerId: undefined } },
      /subscriptions\.0\.fields\.customerId is missing: give the path/,
    ],
    [
      "a path that is none",
      { ...OWN, fields: { ...OWN.fields, status: "state[0]" } },
      /subscriptions\.0\.fields\.status is not a path/,
    ],
    [
      "a field nobody knows",
      { ...OWN, fields: { ...OWN.fields, endsAt: "end" } },
      /subscriptions\.0\.fields\.endsAt is not a field of a subscription source/,
    ],
    [
      "a meaning nobody knows",
      { ...OWN, statuses: { running: "allow" } },
      /subscriptions\.0\.statuses\.running must be one of grant, grace, suspend, end/,
    ],
    ["no meanings", { ...OWN, statuses: {} }, /subscriptions\.0\.statuses is empty/],
    [
      "records without a subscription",
      { ...OWN, orderRecords: [{ entity: "invoice", orderId: "order_id" }] },
      /subscriptions\.0\.orderRecords\.0\.subscriptionId is missing: give the field's name/,
    ],
    [
      "records looked up by a path",
      { ...OWN, orderRecords: [{ entity: "invoice", subscriptionId: "a.id", orderId: "b" }] },
      /subscriptions\.0\.orderRecords\.0\.subscriptionId is not the name of a field/,
    ],
    [
      "metadata by no path",
      { ...OWN, orderMetadata: "a[0]" },
      /subscriptions\.0\.orderMetadata is not a path/,
    ],
    ["a negative grace", { ...OWN, graceDays: -1 }, /subscriptions\.0\.graceDays must not be/],
    ["a name with a space", { ...OWN, name: "my club" }, /subscriptions\.0\.name must be 1 to 40/],
    [
      "no function",
      { name: "b", events: [], read: "x" },
      /subscriptions\.0\.read must be a function/,
    ],
  ])("%s is named with how to mend it", (_case, source, words) => {
    expect(refusalOf(source)).toMatch(words)
  })

  it("may not name two sources alike", () => {
    expect(refusalOf("recipe", "recipe")).toMatch(/subscriptions names two sources alike/)
  })

  it("is read for the events before the options are checked: what is wrong gives none", () => {
    expect(readSources({ subscriptions: ["recipe"] })).toEqual([SOURCE_PRESETS.recipe])
    for (const options of [undefined, {}, { subscriptions: ["stripe"] }]) {
      expect(readSources(options)).toEqual([])
    }
  })
})
