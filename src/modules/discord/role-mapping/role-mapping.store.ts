import { say } from "../../../messages"
import {
  planMappings,
  type EditTerms,
  type MappingPlan,
  type NewMapping,
  type StoredMapping,
} from "./mapping-plan.rules"
import type { Touched } from "./mapping-touch.rules"
import { newId, rows, type Db } from "../db/db"
import { writeActivity } from "../activity/activity.store"
import { countOwners, previewChange, type ChangePreview } from "./mapping-preview.store"
import { momentAfterPurchases } from "./mapping-terms.store"
import { beginRun } from "../sync-run/sync-run.store"
import { lockVariants } from "../db/advisory-locks"

export interface EditedMappings {
  /** The run that marks those whom it concerns; null when nobody is touched. */
  run_id: string | null
  /** Servers whose members it concerns. */
  server_ids: string[]
}

/**
 * Replaces the mappings of some variants as one, and writes down that those whom it concerns are to be marked: the marking itself
 * comes after, in `markOwners`. This transaction is short, whatever the number of owners, so a purchase hardly waits for it. And no
 * purchase is missed: one that committed before it is found by the marking, one that comes after it sees the new mappings.
 *
 * @param actorId who edits: an admin's user id, or null for the plugin itself
 * @throws MedusaError INVALID_DATA
 */
export async function editMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
  actorId: string | null,
  terms: EditTerms = {},
): Promise<EditedMappings> {
  return db.transaction(async (tx) => {
    await lockVariants(tx, variantIds)
    const plan = await planOf(tx, variantIds, mappings, terms)
    const { variant_ids, touched } = plan
    if (variant_ids.length === 0) {
      return { run_id: null, server_ids: [] }
    }
    await writePlan(tx, plan)
    const server_ids = await serversOf(tx, touched.role_ids)
    const run_id = await beginMarking(tx, touched, server_ids, actorId)
    const edited = await serversOf(tx, plan.role_ids)
    const what = { variants: variant_ids }
    await writeActivity(tx, [
      {
        action: "role_mapping_changed",
        trigger: actorId,
        server_id: edited.length === 1 ? (edited[0] ?? null) : null,
        message: run_id ? say("activity.mapped", what) : say("activity.mapped_new_buyers", what),
      },
    ])
    return { run_id, server_ids }
  })
}

async function beginMarking(
  tx: Db,
  { variant_ids, bought_from, bought_until }: Touched,
  server_ids: string[],
  actor_id: string | null,
): Promise<string | null> {
  const bought = {
    bought_from: bought_from?.toISOString() ?? null,
    bought_until: bought_until?.toISOString() ?? null,
  }
  return variant_ids.length === 0
    ? null
    : beginRun(tx, {
        kind: "role_mapping",
        actor_id,
        scope: { variant_ids, server_ids, ...bought },
      })
}

/** What changes goes and comes again under its id: then no two rows are ever of one time, in whatever order they are written. */
async function writePlan(tx: Db, { remove, insert }: MappingPlan): Promise<void> {
  await rows(tx, `delete from discord_role_mapping where id = any(:ids)`, { ids: remove })
  if (insert.length > 0) {
    await tx("discord_role_mapping").insert(
      insert.map((mapping) => ({ id: newId("drmap"), ...mapping })),
    )
  }
}

export interface MappingPreview extends ChangePreview {
  /** Variants that would really give something else. */
  variant_ids: string[]
  customers: number
  unlinked_customers: number
}

/**
 * What an edit would change for those who own the variants now. Changes nothing.
 *
 * @throws MedusaError INVALID_DATA
 */
export async function previewMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
  terms: EditTerms = {},
): Promise<MappingPreview> {
  const { variant_ids, touched, after } = await planOf(db, variantIds, mappings, terms)
  const wanted = after.filter(({ variant_id }) => touched.variant_ids.includes(variant_id))
  const server_ids = await serversOf(db, touched.role_ids)
  const [owners, change] = await Promise.all([
    countOwners(db, touched),
    previewChange(db, touched, wanted, server_ids),
  ])
  return { variant_ids, ...owners, ...change }
}

/** All mappings of some variants, those that are offered no more as well. */
export async function storedMappings(db: Db, variantIds: string[]): Promise<StoredMapping[]> {
  return rows(
    db,
    `select id, variant_id, product_id, role_id, access_days, offered_from, offered_until
       from discord_role_mapping
      where variant_id = any(:variant_ids) and deleted_at is null`,
    { variant_ids: variantIds },
  )
}

async function planOf(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
  terms: EditTerms,
): Promise<MappingPlan> {
  const stored = await storedMappings(db, variantIds)
  const now = await momentAfterPurchases(db)
  return planMappings(stored, { mappings, ...terms }, now)
}

async function serversOf(db: Db, roleIds: string[]): Promise<string[]> {
  const found = await rows<{ server_id: string }>(
    db,
    `select distinct server_id from discord_role where id = any(:ids) order by server_id`,
    { ids: roleIds },
  )
  return found.map((row) => row.server_id)
}
