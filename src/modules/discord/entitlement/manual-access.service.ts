import {
  changed,
  ended,
  granted,
  OWN_ID_PREFIX,
  type AccessChange,
  type AccessGrant,
  type ManualAccess,
} from "./manual-access.rules"
import { newId, type Db } from "../db/db"
import {
  findManualAccess,
  restoreManualAccess,
  writeManualAccess,
  type AccessKey,
  type AccessWritten,
  type Actor,
} from "./manual-access.store"

/** Access that an admin, or a billing system outside Medusa, grants by itself. */
export class ManualAccessService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Gives a customer a variant by hand. @see granted */
  async grant(grant: AccessGrant & { reference?: string | undefined }): Promise<AccessWritten> {
    const id = newId(OWN_ID_PREFIX)
    const { customer_id, variant_id, reference } = grant
    return writeManualAccess(
      this.#db,
      { id, source_id: reference ?? id, customer_id, variant_id },
      (before, now) => granted(before, grant, now),
      { action: "access_granted", actor_id: grant.actor_id ?? null },
    )
  }

  async change(access: ManualAccess, change: AccessChange & Actor): Promise<AccessWritten> {
    return writeManualAccess(
      this.#db,
      access,
      (before, now) => changed(before ?? access, change, now),
      { action: "access_changed", actor_id: change.actor_id },
    )
  }

  async end(access: ManualAccess, actor: Actor): Promise<AccessWritten> {
    return writeManualAccess(this.#db, access, (before, now) => ended(before ?? access, now), {
      action: "access_ended",
      ...actor,
    })
  }

  /** @see restoreManualAccess */
  async restore(written: AccessWritten, actor: Actor): Promise<string[]> {
    return restoreManualAccess(this.#db, written, actor)
  }

  async find(by: AccessKey): Promise<ManualAccess[]> {
    return findManualAccess(this.#db, by)
  }
}
