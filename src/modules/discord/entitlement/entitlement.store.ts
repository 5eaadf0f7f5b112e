import { PRIORITY, type EntitlementSource, type Priority } from "../statuses.rules"
import { newId, rows, type Db } from "../db/db"
import { markDue, type Owner } from "../membership/mark.store"
import { activeSql } from "./standing.store"
import { isRenewal } from "./subscriptions.store"
import { lockOwned, lockSource } from "../db/advisory-locks"

/** What a source says of one variant now. */
export interface EntitlementFact {
  variant_id: string
  customer_id: string
  starts_at: Date
  ends_at: Date | null
  /** Why somebody ended it: at `ends_at` when that is to come, else now; null = it stands until `ends_at`. */
  ended_reason: string | null
  /** Pieces that are owned; null = none is left, and what was known of them stays. Default: one. */
  quantity?: number | null | undefined
  /** In grace: days that it goes on, counted from `grace_from`, else from when the store first heard of it. */
  grace_days?: number | null | undefined
  grace_from?: Date | null | undefined
  /** Orders that pay for it: they give nothing by themselves. */
  order_ids?: string[] | undefined
  /** Subscriptions that an order says it belongs to. */
  subscription_ids?: string[] | undefined
}

export interface SourceFacts {
  source: EntitlementSource
  source_id: string
  /** Which configured subscription source it is. */
  provider?: string | undefined
  facts: EntitlementFact[]
  /** Why a variant has ended that the facts no longer name. */
  gone_reason?: string | undefined
}

interface StoredEntitlement {
  id: string
  variant_id: string
  customer_id: string
  ends_at: Date | null
  ended_reason: string | null
  grace_from: Date | null
  order_ids: string[] | null
  subscription_ids: string[] | null
  quantity: number
}

const STORED = `id, variant_id, customer_id, ends_at, ended_reason, grace_from, order_ids, subscription_ids,
  quantity`

const DAY_MS = 24 * 60 * 60 * 1000

const GONE_FROM_SOURCE = "item_removed"
/** Final: an order keeps its customer's id after they were deleted, and must not give them access anew. */
export const CUSTOMER_DELETED = "customer_deleted"

/**
 * Makes the stored entitlements of one order, subscription or grant what its record says now, and marks the memberships
 * that this changes, in one transaction. The same facts again change nothing and mark nothing.
 *
 * @param how.priority how soon the members it touches are served: a buyer waits, a backfill does not
 * @param how.alongside what must be stored in the same transaction
 * @returns the servers that have work now
 */
export async function refreshEntitlements(
  db: Db,
  source: SourceFacts,
  {
    priority = PRIORITY.customer,
    alongside = () => Promise.resolve(),
  }: { priority?: Priority; alongside?: (tx: Db) => Promise<void> } = {},
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await lockSource(tx, source.source_id)
    const known = await storedOf(tx, source)
    const named = await ordersNaming(tx, source)
    await lockOwned(tx, [...source.facts, ...known, ...named])
    // A customer who was deleted while this waited has lost what was known.
    const stored = known.length > 0 ? await storedOf(tx, source) : known
    const changes = changesOf(source, stored)
    const touched: Owner[] = []
    for (const { fact, old } of changes) {
      await writeEntitlement(tx, source, fact)
      touched.push(fact, ...(old ? [old] : []))
    }
    if (touched.length > 0) {
      touched.push(...named)
    }
    // Somebody has paid, perhaps for what they are believed to hold. A backfill reads what was paid long ago.
    const isBought = priority !== PRIORITY.bulk && changes.some(isNews)
    const look = isBought && !(await isRenewal(tx, source)) ? "lately" : null
    const scope = { kind: "owners" as const, owners: touched }
    const servers = touched.length > 0 ? await markDue(tx, scope, priority, { look }) : []
    await alongside(tx)
    return servers
  })
}

async function storedOf(db: Db, { source, source_id }: SourceFacts): Promise<StoredEntitlement[]> {
  return rows(
    db,
    `select ${STORED} from discord_entitlement
      where source = :source and source_id = :source_id and deleted_at is null
      order by id`,
    { source, source_id },
  )
}

/** What orders of its customers hold that say they belong to this subscription: whether they give it hangs on the subscription. */
async function ordersNaming(db: Db, { source, source_id, facts }: SourceFacts): Promise<Owner[]> {
  return source === "subscription" && facts.length > 0
    ? rows(
        db,
        `select customer_id, variant_id from discord_entitlement
          where customer_id = any(:customers) and source = 'order' and deleted_at is null
            and subscription_ids @> to_jsonb(cast(:source_id as text))`,
        { customers: facts.map((fact) => fact.customer_id), source_id },
      )
    : []
}

/** Which of these sources say something else than what is stored. Reads only: many sources in one statement. */
export async function findStaleSources(db: Db, sources: SourceFacts[]): Promise<string[]> {
  const [first] = sources
  if (!first) {
    return []
  }
  const all = await rows<StoredEntitlement & { source_id: string }>(
    db,
    `select source_id, ${STORED} from discord_entitlement
      where source = :source and source_id = any(:source_ids) and deleted_at is null`,
    { source: first.source, source_ids: sources.map(({ source_id }) => source_id) },
  )
  const bySource = new Map<string, StoredEntitlement[]>()
  for (const row of all) {
    bySource.set(row.source_id, [...(bySource.get(row.source_id) ?? []), row])
  }
  return sources
    .filter((source) => changesOf(source, bySource.get(source.source_id) ?? []).length > 0)
    .map(({ source_id }) => source_id)
}

interface EntitlementChange {
  fact: EntitlementFact
  old: StoredEntitlement | undefined
}

/** Whether somebody has a right now which they had not: a renewal only goes on. */
function isNews({ fact, old }: EntitlementChange): boolean {
  const now = new Date()
  const isAnew = !old || old.customer_id !== fact.customer_id || isOver(old, now)
  return isAnew && !isOver(fact, now)
}

/** What has to be written for the stored entitlements of a source to be what it says. */
function changesOf(source: SourceFacts, stored: StoredEntitlement[]): EntitlementChange[] {
  const now = new Date()
  const named = source.facts.map((fact) => {
    const old = stored.find((row) => row.variant_id === fact.variant_id)
    return { fact: withGrace(fact, old, now), old }
  })
  return [...named, ...goneOf(source, stored, now)].filter(({ fact, old }) =>
    old ? isChanged(old, fact, now) : !isOver(fact, now),
  )
}

/** A grace that has begun goes on as it began: looking again does not begin it anew. */
function withGrace(
  fact: EntitlementFact,
  old: StoredEntitlement | undefined,
  now: Date,
): EntitlementFact {
  if (fact.grace_days == null) {
    return { ...fact, grace_from: null }
  }
  const grace_from = fact.grace_from ?? old?.grace_from ?? now
  const graceEnd = new Date(grace_from.getTime() + fact.grace_days * DAY_MS)
  const ends_at = fact.ends_at && fact.ends_at < graceEnd ? fact.ends_at : graceEnd
  return { ...fact, grace_from, ends_at }
}

/** A variant that the source no longer names ends now; one that was over stays as it ended. */
function goneOf(
  { facts, gone_reason = GONE_FROM_SOURCE }: SourceFacts,
  stored: StoredEntitlement[],
  now: Date,
): EntitlementChange[] {
  const named = new Set(facts.map((fact) => fact.variant_id))
  return stored
    .filter((row) => !named.has(row.variant_id) && (row.ends_at === null || row.ends_at > now))
    .map((old) => ({
      old,
      fact: {
        variant_id: old.variant_id,
        customer_id: old.customer_id,
        starts_at: now,
        ends_at: null,
        ended_reason: gone_reason,
        order_ids: old.order_ids ?? undefined,
        subscription_ids: old.subscription_ids ?? undefined,
        quantity: null,
      },
    }))
}

/** With a reason, an end that is not to come is now. */
function isOver(
  { ends_at, ended_reason }: Pick<EntitlementFact, "ends_at" | "ended_reason">,
  now: Date,
): boolean {
  return ends_at === null ? ended_reason !== null : ends_at <= now
}

function isChanged(old: StoredEntitlement, fact: EntitlementFact, now: Date): boolean {
  if (old.ended_reason === CUSTOMER_DELETED && old.customer_id === fact.customer_id) {
    return false
  }
  if (
    old.customer_id !== fact.customer_id ||
    !sameIds(old.order_ids, fact.order_ids) ||
    !sameIds(old.subscription_ids, fact.subscription_ids)
  ) {
    return true
  }
  const wasOver = old.ends_at !== null && old.ends_at <= now
  if (wasOver && isOver(fact, now)) {
    // What time has ended stays ended by time, whatever its record is called afterwards.
    return old.ended_reason !== null && old.ended_reason !== fact.ended_reason
  }
  return (
    wasOver !== isOver(fact, now) ||
    old.ended_reason !== fact.ended_reason ||
    old.quantity !== piecesOf(fact, old) ||
    old.grace_from?.getTime() !== fact.grace_from?.getTime() ||
    old.ends_at?.getTime() !== fact.ends_at?.getTime()
  )
}

function piecesOf(
  { quantity = 1 }: EntitlementFact,
  old: Pick<StoredEntitlement, "quantity">,
): number {
  return quantity ?? old.quantity
}

function sameIds(old: string[] | null, now: string[] | undefined): boolean {
  return (old ?? []).join() === (now ?? []).join()
}

/**
 * An order's time is its process's, whose clock may be ahead: nothing is bought tomorrow. A suspension is the admin's: no source takes
 * it away. What an order gives anew while all that it gives is suspended is suspended with it, or it would be a way around.
 */
async function writeEntitlement(
  db: Db,
  { source, source_id, provider }: SourceFacts,
  { grace_days: _days, order_ids, subscription_ids, quantity = 1, ...fact }: EntitlementFact,
): Promise<void> {
  await rows(
    db,
    `with sibling as materialized (
       select * from discord_entitlement
        where source = :source and source_id = :source_id and deleted_at is null),
     suspension as materialized (
       select suspended_at, suspended_reason, suspended_note, suspended_by from sibling
        where suspended_at is not null and not exists (select 1 from sibling e where ${activeSql("e")})
        order by suspended_at desc, id limit 1)
     insert into discord_entitlement as stored
       (id, source, source_id, provider, variant_id, customer_id, starts_at, ends_at, ended_reason, grace_from, order_ids,
        subscription_ids, quantity, suspended_at, suspended_reason, suspended_note, suspended_by)
     values (:id, :source, :source_id, :provider, :variant_id, :customer_id,
             case when :source = 'order' then least(cast(:starts_at as timestamptz), now()) else :starts_at end,
             :ends_at, :ended_reason, :grace_from, cast(:order_ids as jsonb), cast(:subscription_ids as jsonb),
             coalesce(cast(:quantity as int), 1), (select suspended_at from suspension), (select suspended_reason from suspension),
             (select suspended_note from suspension), (select suspended_by from suspension))
     on conflict (source, source_id, variant_id) where deleted_at is null do update set
       customer_id = excluded.customer_id,
       provider = excluded.provider,
       ends_at = case when excluded.ended_reason is null or excluded.ends_at > now() then excluded.ends_at
                      else least(stored.ends_at, now()) end,
       ended_reason = excluded.ended_reason,
       grace_from = excluded.grace_from,
       order_ids = excluded.order_ids,
       subscription_ids = excluded.subscription_ids,
       quantity = coalesce(cast(:quantity as int), stored.quantity),
       updated_at = now()`,
    {
      id: newId("dent"),
      source,
      source_id,
      provider: provider ?? null,
      quantity,
      ...fact,
      grace_from: fact.grace_from ?? null,
      order_ids: order_ids ? JSON.stringify(order_ids) : null,
      subscription_ids: subscription_ids?.length ? JSON.stringify(subscription_ids) : null,
    },
  )
}
