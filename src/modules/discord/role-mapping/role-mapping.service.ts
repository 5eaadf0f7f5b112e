import type { Db } from "../db/db"
import type { SyncRunService } from "../sync-run/sync-run.service"
import { listMappedRoles, type MappedRoleRow } from "./mapped-roles.store"
import { previewMappings, type MappingPreview, type NewMapping } from "./role-mapping.store"

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

  /** @see SyncRunService.editMappings */
  async replace(
    variantIds: string[],
    mappings: NewMapping[],
    actorId: string | null = null,
  ): Promise<string[]> {
    return this.#syncRuns.editMappings(variantIds, mappings, actorId)
  }

  /** @see previewMappings */
  async preview(variantIds: string[], mappings: NewMapping[]): Promise<MappingPreview> {
    return previewMappings(this.#db, variantIds, mappings)
  }
}
