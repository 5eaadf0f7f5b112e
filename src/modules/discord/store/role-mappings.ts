import { PRIORITY } from "../domain/statuses"
import { newId, rows, type Db } from "./db"
import { markDue } from "./mark"
import { holdVariants } from "./turns"

export interface NewMapping {
  variant_id: string
  product_id: string
  /** Id of the stored role, not Discord's. */
  role_id: string
  access_days: number | null
}

/**
 * Replaces the mappings of some variants as one, and marks everyone who owns them.
 *
 * @returns the servers that have work now
 */
export async function replaceMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await holdVariants(tx, variantIds)
    const before = await serversOf(tx, variantIds)
    await rows(tx, `delete from discord_role_mapping where variant_id = any(:variant_ids)`, {
      variant_ids: variantIds,
    })
    for (const mapping of mappings) {
      await tx("discord_role_mapping").insert({ id: newId("drmap"), ...mapping })
    }
    const server_ids = [...new Set([...before, ...(await serversOf(tx, variantIds))])]
    return markDue(tx, { kind: "variants", variant_ids: variantIds, server_ids }, PRIORITY.bulk)
  })
}

async function serversOf(db: Db, variantIds: string[]): Promise<string[]> {
  const found = await rows<{ server_id: string }>(
    db,
    `select distinct r.server_id from discord_role_mapping m
       join discord_role r on r.id = m.role_id
      where m.variant_id = any(:variant_ids) and m.deleted_at is null`,
    { variant_ids: variantIds },
  )
  return found.map((row) => row.server_id)
}
