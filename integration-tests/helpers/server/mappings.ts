import type { Db } from "../../../src/modules/discord/db/db"
import { markOwners } from "../../../src/modules/discord/membership/mark-owners.store"
import {
  editMappings,
  type NewMapping,
} from "../../../src/modules/discord/role-mapping/role-mapping.store"

/** Edits mappings and marks their owners to the end, as the service does. @returns the servers that have work now */
export async function replaceMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
): Promise<string[]> {
  const { run_id, server_ids } = await editMappings(db, variantIds, mappings, null)
  if (run_id !== null) {
    await markOwners(db, run_id)
  }
  return server_ids
}
