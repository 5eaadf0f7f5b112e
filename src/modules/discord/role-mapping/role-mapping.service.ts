import type { Db } from "../db/db"
import type { SyncRunService } from "../sync-run/sync-run.service"
import { listMappedRoles, type MappedRoleRow } from "./mapped-roles.store"
import { asEdit, type EditTerms, type NewMapping } from "./mapping-plan.rules"
import { previewMappings, storedMappings, type MappingPreview } from "./role-mapping.store"

/** Which roles variants give. */
export class RoleMappingService {
  readonly #db: Db
  readonly #syncRuns: Pick<SyncRunService, "editMappings">

  constructor(db: Db, syncRuns: Pick<SyncRunService, "editMappings">) {
    this.#db = db
    this.#syncRuns = syncRuns
  }

  /** @see listMappedRoles */
  async list(variantIds: string[]): Promise<MappedRoleRow[]> {
    return listMappedRoles(this.#db, variantIds)
  }

  /** All that the variants give now, as `replace` takes it to put it back. */
  async snapshot(variantIds: string[]): Promise<{ mappings: NewMapping[]; terms: EditTerms }> {
    return asEdit(variantIds, await storedMappings(this.#db, variantIds))
  }

  /** @see SyncRunService.editMappings */
  async replace(
    variantIds: string[],
    mappings: NewMapping[],
    actorId: string | null = null,
    terms?: EditTerms,
  ): Promise<string[]> {
    return this.#syncRuns.editMappings(variantIds, mappings, actorId, terms)
  }

  /** @see previewMappings */
  async preview(
    variantIds: string[],
    mappings: NewMapping[],
    terms?: EditTerms,
  ): Promise<MappingPreview> {
    return previewMappings(this.#db, variantIds, mappings, terms)
  }
}
