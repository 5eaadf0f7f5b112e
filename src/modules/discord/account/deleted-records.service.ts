import type { Db } from "../db/db"
import { heldCustomers } from "./erase.store"
import { dropEnded, endMappings, mappedVariants } from "../role-mapping/ended-mappings.store"
import { advanceWatermark, readWatermark } from "../chore/watermark.store"

const CUSTOMERS = "customer_deleted"
/** A deletion is dated before it is committed: what was under way at the last look is looked at again. */
const OVERLAP_MS = 10 * 60_000

/** What was deleted in the store, told by events or found by a sweep when an event was lost. */
export class DeletedRecords {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  /** Since when deleted customers have to be looked at. */
  async customersSince(): Promise<Date> {
    return (await readWatermark(this.#db, CUSTOMERS)) ?? new Date(0)
  }

  /** Every customer deleted before a moment has been looked at. */
  async customersDoneUntil(at: Date): Promise<void> {
    await advanceWatermark(this.#db, CUSTOMERS, new Date(at.getTime() - OVERLAP_MS))
  }

  /** @see heldCustomers */
  async heldCustomers(customerIds: string[]): Promise<string[]> {
    return heldCustomers(this.#db, customerIds)
  }

  /** @see mappedVariants */
  async mappedVariants(productIds: string[] | null = null): Promise<string[]> {
    return mappedVariants(this.#db, productIds)
  }

  /** @see endMappings */
  async retireVariants(variantIds: string[]): Promise<number> {
    return variantIds.length === 0 ? 0 : endMappings(this.#db, variantIds)
  }

  /** @see dropEnded */
  async dropEnded(): Promise<number> {
    return dropEnded(this.#db)
  }
}
