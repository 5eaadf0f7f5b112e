import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { SOURCE_PROBLEM } from "./domain/source-problems"
import { pathsOf, readingOf } from "./domain/subscription-facts"
import type {
  EntitySource,
  FunctionSource,
  SubscriptionReading,
  SubscriptionSource,
} from "./domain/subscription-sources"
import { readingsSchema } from "./subscription-options"

/** What one subscription's record says; why it cannot be understood; or that there is none. */
export type RecordReading =
  | { kind: "understood"; readings: SubscriptionReading[] }
  /** `young`: it was made just now, and whoever makes it may not be done. */
  | { kind: "not_understood"; problems: string[]; young: boolean }
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
  return new Map(
    data.map((found: unknown) => {
      const record = recordSchema.parse(found)
      const understood = readingOf(source, record)
      return [
        record.id,
        understood.ok
          ? { kind: "understood", readings: [understood.value] }
          : { kind: "not_understood", problems: understood.problems, young: isYoung(record) },
      ]
    }),
  )
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
    SOURCE_PROBLEM.wrong_answer(name, path.join("."), message),
  )
  return { kind: "not_understood", problems, young: false }
}

function isYoung({ created_at }: { created_at?: unknown }): boolean {
  const made = created_at instanceof Date || typeof created_at === "string" ? created_at : null
  return made !== null && Date.now() - new Date(made).getTime() < YOUNG_MS
}
