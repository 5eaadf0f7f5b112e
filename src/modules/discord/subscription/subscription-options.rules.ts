import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { wants, wantsIfGiven } from "../option-words.rules"
import {
  SOURCE_PRESETS,
  SUBSCRIPTION_EFFECTS,
  type EntitySource,
  type FunctionSource,
  type SourcePreset,
  type SubscriptionReading,
  type SubscriptionSource,
} from "./subscription-sources.rules"

const PRESETS = Object.keys(SOURCE_PRESETS)
const ENTRY = `${PRESETS.map((name) => `"${name}"`).join(", ")} or an object (see docs/subscriptions.md)`
const HELP = `must be ${ENTRY}`

const path = z
  .string({
    error: wants("a text", "give the path of the field in the record, e.g. customer_id"),
  })
  .regex(/^\w+(\.\w+)*$/, { error: "is not a path of field names, e.g. customer.id" })

const sourceName = z
  .string({ error: wants("a text", "give the source a name of your own") })
  .regex(/^[\w-]{1,40}$/, { error: "must be 1 to 40 letters, digits, - or _" })

const event = z.union(
  [
    z
      .string()
      .min(1)
      .transform((name) => ({ name, idPath: "id" })),
    z.strictObject({ name: z.string().min(1), idPath: path.default("id") }),
  ],
  { error: "must be an event's name, or { name, idPath }" },
)
const events = z.array(event, {
  error: wants("a list", "list the events that tell of a subscription"),
})

const graceDays = z
  .number({ error: wantsIfGiven("a number of days") })
  .min(0, { error: "must not be negative" })
  .max(366, { error: "must be at most 366 days" })

const entityName = z
  .string({
    error: wants("a text", "give the entity's name in query.graph, e.g. subscription"),
  })
  .min(1, { error: "is empty: give the entity's name in query.graph" })

const fieldPaths = {
  customerId: path,
  variantId: path,
  status: path,
  startsAt: path.optional(),
  validUntil: path.optional(),
  graceFrom: path.optional(),
  orderIds: path.optional(),
}

/** Records are looked up by it: a field of their own. */
const fieldName = z
  .string({ error: wants("a text", "give the field's name, e.g. subscription_id") })
  .regex(/^\w+$/, { error: "is not the name of a field, e.g. subscription_id" })
const orderMetadata = path.optional()
const orderRecords = z
  .array(
    z.strictObject(
      { entity: entityName, subscriptionId: fieldName, orderId: path },
      { error: wants("an object", "give { entity, subscriptionId, orderId }") },
    ),
    { error: wantsIfGiven("a list of { entity, subscriptionId, orderId }") },
  )
  .optional()

const statuses = z
  .record(
    z.string(),
    z.enum(SUBSCRIPTION_EFFECTS, { error: `must be one of ${SUBSCRIPTION_EFFECTS.join(", ")}` }),
    { error: wants("an object", 'say what each status means, e.g. { active: "grant" }') },
  )
  .refine((map) => Object.keys(map).length > 0, { error: "is empty: say what each status means" })

const entityShape = {
  name: sourceName,
  entity: entityName,
  events,
  fields: z.strictObject(fieldPaths, {
    error: wants("an object", "give the paths of the fields"),
  }),
  statuses,
  orderMetadata,
  orderRecords,
}

const entitySchema = z
  .strictObject({ ...entityShape, graceDays: graceDays.default(0) }, { error: wantsIfGiven(ENTRY) })
  .transform((source): EntitySource => ({ kind: "entity", ...source }))

const presetSchema = z
  .strictObject({
    preset: z.enum(PRESETS as [SourcePreset, ...SourcePreset[]], { error: HELP }),
    name: sourceName.optional(),
    entity: entityShape.entity.optional(),
    events: events.optional(),
    fields: z.strictObject(fieldPaths).partial().optional(),
    statuses: statuses.optional(),
    orderMetadata,
    orderRecords,
    graceDays: graceDays.optional(),
  })
  .transform(({ preset, fields, statuses: meanings, ...given }): EntitySource => {
    const base = SOURCE_PRESETS[preset]
    const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    return {
      ...base,
      ...own,
      fields: { ...base.fields, ...fields },
      statuses: { ...base.statuses, ...meanings },
    }
  })

type ReadFunction = FunctionSource<never>["read"]
const functionSchema = z
  .strictObject({
    name: sourceName,
    events,
    graceDays: graceDays.default(0),
    orderMetadata,
    read: z.custom<ReadFunction>((value) => typeof value === "function", {
      error: "must be a function (id, container) => facts",
    }),
  })
  .transform((source): FunctionSource => ({
    ...source,
    kind: "function",
    read: source.read as FunctionSource["read"],
  }))

/** An entry of `subscriptions`, as a store writes it down. */
export type SubscriptionSourceOption =
  | SourcePreset
  | z.input<typeof presetSchema>
  | z.input<typeof entitySchema>
  | (Omit<z.input<typeof functionSchema>, "read"> & Pick<FunctionSource<MedusaContainer>, "read">)

const sourceSchema = z.unknown().transform((raw, context): SubscriptionSource => {
  const parsed = schemaOf(raw).safeParse(typeof raw === "string" ? { preset: raw } : raw)
  if (parsed.success) {
    return parsed.data
  }
  for (const issue of parsed.error.issues) {
    if (typeof raw === "string") {
      context.addIssue({ code: "custom", message: HELP })
    } else if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        const message = "is not a field of a subscription source"
        context.addIssue({ code: "custom", path: [...issue.path, key], message })
      }
    } else {
      context.addIssue({ code: "custom", path: issue.path, message: issue.message })
    }
  }
  return z.NEVER
})

function schemaOf(raw: unknown): z.ZodType<SubscriptionSource> {
  if (typeof raw === "string" || (isObject(raw) && "preset" in raw)) {
    return presetSchema
  }
  return isObject(raw) && "read" in raw ? functionSchema : entitySchema
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null
}

/** The option `subscriptions`. */
export const subscriptionsSchema = z
  .array(sourceSchema, { error: wants("a list", `each entry ${ENTRY}`) })
  .refine((sources) => new Set(sources.map(({ name }) => name)).size === sources.length, {
    error: "names two sources alike: give each a name of its own",
  })

/** The configured sources as far as they can be understood: what is wrong with the others, the options' own check says. */
export function readSources(options: unknown): SubscriptionSource[] {
  const raw = isObject(options) && "subscriptions" in options ? options.subscriptions : []
  const parsed = subscriptionsSchema.safeParse(raw)
  return parsed.success ? parsed.data : []
}

/** What a function source gave, checked: what is wrong must stop us, never revoke. */
export const readingsSchema = z
  .preprocess(
    (value): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]),
    z.array(
      z.object({
        customerId: z.string().min(1),
        variantId: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
        status: z.enum(SUBSCRIPTION_EFFECTS),
        startsAt: z.union([z.null(), z.coerce.date()]).optional(),
        validUntil: z.union([z.null(), z.coerce.date()]).optional(),
        graceFrom: z.union([z.null(), z.coerce.date()]).optional(),
        orderIds: z.array(z.string()).optional(),
      }),
    ),
  )
  .transform((readings): SubscriptionReading[] => readings)
