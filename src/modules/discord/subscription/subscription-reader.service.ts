import { say, type Message } from "../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { pathsOf, readingOf, readPath } from "./subscription-facts.rules"
import type {
  EntitySource,
  FunctionSource,
  SubscriptionReading,
  SubscriptionSource,
} from "./subscription-sources.rules"
import { readingsSchema } from "./subscription-options.rules"

/** What one subscription's record says; why it cannot be understood; or that there is none. */
export type RecordReading =
  | { kind: "understood"; readings: SubscriptionReading[] }
  /** `young`: it was made just now, and whoever makes it may not be done. */
  | { kind: "not_understood"; problems: Message[]; young: boolean }
  | { kind: "not_found" }

/** Links are often made after the record and its event: so long a record may be without them. */
const YOUNG_MS = 60_000

const recordSchema = z.looseObject({ id: z.string(), created_at: z.unknown() })

/** Which records of an entity to read. */
interface RecordFilter {
  id?: string | string[] | { $gt: string }
  updated_at?: { $gte: Date }
}

/** Reads one subscription from its own module. */
export async function readSubscription(
  container: MedusaContainer,
  source: SubscriptionSource,
  id: string,
): Promise<RecordReading> {
  if (source.kind === "function") {
    return callFunction(container, source, id)
  }
  const records = await readRecords(container, source, { id }, 1)
  return records.get(id) ?? { kind: "not_found" }
}

/**
 * Reads records of a source in the order of their ids.
 *
 * @throws when Medusa does not know the entity
 */
export async function readRecords(
  container: MedusaContainer,
  source: EntitySource,
  filters: RecordFilter,
  take: number,
): Promise<Map<string, RecordReading>> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: source.entity,
    fields: pathsOf(source),
    filters: { ...filters },
    pagination: { skip: 0, take, order: { id: "ASC" } },
  })
  const records = data.map((found: unknown) => recordSchema.parse(found))
  const orders = await readOrderRecords(
    query,
    source,
    records.map(({ id }) => id),
  )
  return new Map(
    records.map((record): [string, RecordReading] => {
      const understood = readingOf(source, record)
      if (!understood.ok) {
        const { problems } = understood
        return [record.id, { kind: "not_understood", problems, young: isYoung(record) }]
      }
      const { value } = understood
      const orderIds = [...(value.orderIds ?? []), ...(orders.get(record.id) ?? [])]
      return [record.id, { kind: "understood", readings: [{ ...value, orderIds }] }]
    }),
  )
}

/** The orders that other records name, by the subscription's id. */
async function readOrderRecords(
  query: RemoteQueryFunction,
  { orderRecords = [] }: EntitySource,
  ids: string[],
): Promise<Map<string, string[]>> {
  const orders = new Map<string, string[]>()
  if (ids.length === 0) {
    return orders
  }
  for (const { entity, subscriptionId, orderId } of orderRecords) {
    const { data } = await query.graph({
      entity,
      fields: ["id", subscriptionId, orderId],
      filters: { [subscriptionId]: ids },
    })
    for (const record of data as unknown[]) {
      const [id, ...others] = readPath(record, subscriptionId)
      // Medusa leaves out a field that it does not know, and then filters by nothing.
      if (typeof id !== "string" || others.length > 0) {
        throw new Error(`${entity} has no subscription at "${subscriptionId}"`)
      }
      const named = readPath(record, orderId).map(String)
      orders.set(id, [...(orders.get(id) ?? []), ...named])
    }
  }
  return orders
}

async function callFunction(
  container: MedusaContainer,
  { name, read }: FunctionSource,
  id: string,
): Promise<RecordReading> {
  const said = await read(id, container)
  if (said === null) {
    return { kind: "not_found" }
  }
  const parsed = readingsSchema.safeParse(said)
  if (parsed.success) {
    return { kind: "understood", readings: parsed.data }
  }
  const problems = parsed.error.issues.map(({ path, message }) =>
    say("subscription.wrong_answer", { source: name, path: path.join("."), why: message }),
  )
  return { kind: "not_understood", problems, young: false }
}

function isYoung({ created_at }: { created_at?: unknown }): boolean {
  const made = created_at instanceof Date || typeof created_at === "string" ? created_at : null
  return made !== null && Date.now() - new Date(made).getTime() < YOUNG_MS
}
