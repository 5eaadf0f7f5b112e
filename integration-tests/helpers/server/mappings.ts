import type { Db } from "../../../src/modules/discord/db/db"
import { markOwners } from "../../../src/modules/discord/membership/mark-owners.store"
import type {
  EditTerms,
  NewMapping,
} from "../../../src/modules/discord/role-mapping/mapping-plan.rules"
import { editMappings } from "../../../src/modules/discord/role-mapping/role-mapping.store"

/** Edits mappings and marks their owners to the end, as the service does. @returns the servers that have work now */
export async function replaceMappings(
  db: Db,
  variantIds: string[],
  mappings: NewMapping[],
  terms?: EditTerms,
): Promise<string[]> {
  const { run_id, server_ids } = await editMappings(db, variantIds, mappings, null, terms)
  if (run_id !== null) {
    await markOwners(db, run_id)
  }
  return server_ids
}
