import { say } from "../../../messages"
import { changedMappings, type MappedRole } from "./mapping-diff.rules"
import { newId, rows, type Db } from "../db/db"
import { writeActivity } from "../activity/activity.store"
import { countOwners, previewChange, type ChangePreview } from "./mapping-preview.store"
import { beginRun } from "../sync-run/sync-run.store"
import { lockVariants } from "../db/advisory-locks"

export interface NewMapping {
  variant_id: string
  product_id: string
  /** Id of the stored role, not Discord's. */
  role_id: string
  access_days: number | null
}

export interface MappingEdit {
  /** The run that marks those who own the variants; null when nothing changed, so nobody is touched. */
  run_id: string | null
  /** Servers whose members it concerns. */
  server_ids: string[]
}

/**
 * Replaces the mappings of some variants as one, and writes down that their owners are to be marked: the marking itself comes
 * after, in `markOwners`. This transaction is short, whatever the number of owners, so a purchase hardly waits for it. And no
 * purchase is missed: one that committed before it is found by the marking, one that comes after it sees the new mappings.
 *
 * @param actorId who edits: an admin's user id, or null for the plugin itself
 */
export async function editMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
  actorId: string | null,
): Promise<MappingEdit> {
  return db.transaction(async (tx) => {
    await lockVariants(tx, variantIds)
    const changed = changedMappings(await mappingsOf(tx, variantIds), mappings)
    if (changed.variant_ids.length === 0) {
      return { run_id: null, server_ids: [] }
    }
    await rows(tx, `delete from discord_role_mapping where variant_id = any(:variant_ids)`, {
      variant_ids: changed.variant_ids,
    })
    const added = mappings.filter((mapping) => changed.variant_ids.includes(mapping.variant_id))
    if (added.length > 0) {
      await tx("discord_role_mapping").insert(
        added.map((mapping) => ({ id: newId("drmap"), ...mapping })),
      )
    }
    const server_ids = await serversOf(tx, changed.role_ids)
    const run_id = await beginRun(tx, {
      kind: "role_mapping",
      actor_id: actorId,
      scope: { variant_ids: changed.variant_ids, server_ids },
    })
    await writeActivity(tx, [
      {
        action: "role_mapping_changed",
        trigger: actorId,
        server_id: server_ids.length === 1 ? (server_ids[0] ?? null) : null,
        message: say("activity.mapped", { variants: changed.variant_ids }),
      },
    ])
    return { run_id, server_ids }
  })
}

export interface MappingPreview extends ChangePreview {
  /** Variants that would really give something else. */
  variant_ids: string[]
  customers: number
  unlinked_customers: number
}

/** What an edit would change for those who own the variants now. Changes nothing. */
export async function previewMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
): Promise<MappingPreview> {
  const changed = changedMappings(await mappingsOf(db, variantIds), mappings)
  const { variant_ids } = changed
  const wanted = mappings.filter((mapping) => variant_ids.includes(mapping.variant_id))
  const server_ids = await serversOf(db, changed.role_ids)
  const [owners, change] = await Promise.all([
    countOwners(db, variant_ids),
    previewChange(db, variant_ids, wanted, server_ids),
  ])
  return { variant_ids, ...owners, ...change }
}

async function mappingsOf(db: Db, variantIds: string[]): Promise<MappedRole[]> {
  return rows(
    db,
    `select variant_id, role_id, access_days from discord_role_mapping
      where variant_id = any(:variant_ids) and deleted_at is null`,
    { variant_ids: variantIds },
  )
}

async function serversOf(db: Db, roleIds: string[]): Promise<string[]> {
  const found = await rows<{ server_id: string }>(
    db,
    `select distinct server_id from discord_role where id = any(:ids) order by server_id`,
    { ids: roleIds },
  )
  return found.map((row) => row.server_id)
}
