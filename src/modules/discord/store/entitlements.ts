import { PRIORITY, type EntitlementSource } from "../domain/statuses"
import { newId, rows, type Db } from "./db"
import { markDue } from "./mark"
import { holdCustomers, shareVariants } from "./turns"

/** What a source says of one variant now. */
export interface EntitlementFact {
  variant_id: string
  customer_id: string
  starts_at: Date
  ends_at: Date | null
  /** Why it ended; null = it stands until `ends_at`. */
  ended_reason: string | null
}

export interface SourceFacts {
  source: EntitlementSource
  source_id: string
  facts: EntitlementFact[]
}

interface StoredEntitlement {
  id: string
  variant_id: string
  customer_id: string
  ends_at: Date | null
  ended_reason: string | null
}

export const GONE_FROM_SOURCE = "item_removed"
/** Final: an order keeps its customer's id after they were deleted, and must not give them access anew. */
export const CUSTOMER_DELETED = "customer_deleted"

/**
 * Makes the stored entitlements of one order, subscription or grant what its record says now, and marks the memberships
 * that this changes, in one transaction. The same facts again change nothing and mark nothing.
 *
 * @param alongside what must be stored in the same transaction
 * @returns the servers that have work now
 */
export async function refreshEntitlements(
  db: Db,
  source: SourceFacts,
  alongside: (tx: Db) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  return db.transaction(async (tx) => {
    const stored = await rows<StoredEntitlement>(
      tx,
      `select id, variant_id, customer_id, ends_at, ended_reason from discord_entitlement
        where source = :source and source_id = :source_id and deleted_at is null
        order by id for update`,
      { source: source.source, source_id: source.source_id },
    )
    const concerned = [...source.facts, ...stored]
    await holdCustomers(
      tx,
      concerned.map((fact) => fact.customer_id),
    )
    await shareVariants(
      tx,
      concerned.map((fact) => fact.variant_id),
    )
    const touched = new Map<string, Set<string>>()
    const touch = (variantId: string, ...customerIds: string[]) => {
      const customers = touched.get(variantId) ?? new Set()
      customerIds.forEach((id) => customers.add(id))
      touched.set(variantId, customers)
    }
    for (const { fact, old } of changesOf(source.facts, stored)) {
      await writeEntitlement(tx, source, fact)
      touch(fact.variant_id, fact.customer_id, ...(old ? [old.customer_id] : []))
    }
    const servers = new Set<string>()
    for (const [variantId, customers] of touched) {
      const marked = await markDue(
        tx,
        { kind: "customers", customer_ids: [...customers], variant_ids: [variantId] },
        PRIORITY.customer,
      )
      marked.forEach((id) => servers.add(id))
    }
    await alongside(tx)
    return [...servers]
  })
}

/** Which of these sources say something else than what is stored. Reads only: many sources in one statement. */
export async function findStaleSources(db: Db, sources: SourceFacts[]): Promise<string[]> {
  const [first] = sources
  if (!first) {
    return []
  }
  const all = await rows<StoredEntitlement & { source_id: string }>(
    db,
    `select id, source_id, variant_id, customer_id, ends_at, ended_reason from discord_entitlement
      where source = :source and source_id = any(:source_ids) and deleted_at is null`,
    { source: first.source, source_ids: sources.map(({ source_id }) => source_id) },
  )
  const bySource = new Map<string, StoredEntitlement[]>()
  for (const row of all) {
    bySource.set(row.source_id, [...(bySource.get(row.source_id) ?? []), row])
  }
  return sources
    .filter(({ source_id, facts }) => changesOf(facts, bySource.get(source_id) ?? []).length > 0)
    .map(({ source_id }) => source_id)
}

interface EntitlementChange {
  fact: EntitlementFact
  old: StoredEntitlement | undefined
}

/** What has to be written for the stored entitlements of a source to be what it says. */
function changesOf(facts: EntitlementFact[], stored: StoredEntitlement[]): EntitlementChange[] {
  return withRemoved(facts, stored)
    .map((fact) => ({ fact, old: stored.find((row) => row.variant_id === fact.variant_id) }))
    .filter(({ fact, old }) => (old ? isChanged(old, fact) : fact.ended_reason === null))
}

/** A variant that the source no longer names has ended. */
function withRemoved(facts: EntitlementFact[], stored: StoredEntitlement[]): EntitlementFact[] {
  const named = new Set(facts.map((fact) => fact.variant_id))
  const removed = stored
    .filter((row) => !named.has(row.variant_id))
    .map((row) => ({
      variant_id: row.variant_id,
      customer_id: row.customer_id,
      starts_at: new Date(),
      ends_at: row.ends_at,
      ended_reason: row.ended_reason ?? GONE_FROM_SOURCE,
    }))
  return [...facts, ...removed]
}

function isChanged(old: StoredEntitlement, fact: EntitlementFact): boolean {
  if (old.ended_reason === CUSTOMER_DELETED && old.customer_id === fact.customer_id) {
    return false
  }
  if (old.customer_id !== fact.customer_id || old.ended_reason !== fact.ended_reason) {
    return true
  }
  // The moment of ending is ours once a reason is set: only a standing right's own end is compared.
  return fact.ended_reason === null && old.ends_at?.getTime() !== fact.ends_at?.getTime()
}

async function writeEntitlement(
  db: Db,
  { source, source_id }: SourceFacts,
  fact: EntitlementFact,
): Promise<void> {
  await rows(
    db,
    `insert into discord_entitlement as stored
       (id, source, source_id, variant_id, customer_id, starts_at, ends_at, ended_reason)
     values (:id, :source, :source_id, :variant_id, :customer_id, :starts_at, :ends_at, :ended_reason)
     on conflict (source, source_id, variant_id) where deleted_at is null do update set
       customer_id = excluded.customer_id,
       ends_at = case when excluded.ended_reason is null then excluded.ends_at
                      else least(stored.ends_at, now()) end,
       ended_reason = excluded.ended_reason,
       updated_at = now()`,
    { id: newId("dent"), source, source_id, ...fact },
  )
}
