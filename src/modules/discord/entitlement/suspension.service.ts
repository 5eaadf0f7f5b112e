import type { SuspensionReason } from "../statuses.rules"
import { resumed, suspended, type SuspensionOrder } from "./suspension.rules"
import type { Db } from "../db/db"
import {
  findSuspendable,
  writeSuspensions,
  type AccessSelector,
  type SuspensionWritten,
} from "./suspension.store"

export interface SuspensionsWritten {
  written: SuspensionWritten[]
  /** Servers that have work now. */
  server_ids: string[]
}

/** Access that gives nothing for now, whatever gave it: a disputed payment, abuse. */
export class SuspensionService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** @returns whether there is such an entitlement */
  async exists(id: string): Promise<boolean> {
    return (await findSuspendable(this.#db, { id })).length > 0
  }

  /**
   * By its id, what is suspended already is refused in words; of all that an order gives, it is left as it is: a webhook may
   * tell it twice.
   */
  async suspend(by: AccessSelector, order: SuspensionOrder): Promise<SuspensionsWritten> {
    const now = new Date()
    return writeSuspensions(
      this.#db,
      [by],
      (before) =>
        !("id" in by) && before.suspended_at ? undefined : suspended(before, order, now),
      order,
    )
  }

  /** @param reason only what was suspended for it; all when left out */
  async resume(
    by: AccessSelector,
    { actor_id, reason }: { actor_id: string | null; reason?: SuspensionReason | undefined },
  ): Promise<SuspensionsWritten> {
    return writeSuspensions(
      this.#db,
      [by],
      (before) =>
        !("id" in by) && (!before.suspended_at || (reason && before.suspended_reason !== reason))
          ? undefined
          : resumed(before),
      { actor_id },
    )
  }

  /** Takes back what a later step could not stand by. */
  async restore(written: SuspensionWritten[], actor_id: string | null): Promise<string[]> {
    const before = new Map(written.map((each) => [each.before.id, each.before]))
    const { server_ids } = await writeSuspensions(
      this.#db,
      [...before.keys()].map((id) => ({ id })),
      ({ id }) => before.get(id),
      { actor_id, cause: "undone" },
    )
    return server_ids
  }
}
