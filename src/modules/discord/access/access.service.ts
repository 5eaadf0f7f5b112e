import type { Db } from "../db/db"
import { readGivingVariants } from "./giving-variants.store"
import {
  readCustomerDiscord,
  readOrderAccess,
  type CustomerDiscord,
  type OrderAccess,
} from "./access.reads"

/** What orders and customers have been given, and why: a few indexed reads each, whatever the size of the store. */
export class AccessService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  async retrieveOfOrder(orderId: string, customerId: string | null): Promise<OrderAccess> {
    return readOrderAccess(this.#db, orderId, customerId)
  }

  /**
   * Which of some variants give roles now.
   *
   * @returns null while no server is connected: then there is nothing to say about roles
   */
  async listGivingVariants(variantIds: readonly string[]): Promise<Set<string> | null> {
    return readGivingVariants(this.#db, variantIds)
  }

  async retrieveOfCustomer(customerId: string): Promise<CustomerDiscord> {
    return readCustomerDiscord(this.#db, customerId)
  }
}
