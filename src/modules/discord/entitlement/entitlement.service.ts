import type { ConnectMessageService } from "../connect-message/connect-message.service"
import type { Db } from "../db/db"
import { PRIORITY, type Priority } from "../statuses.rules"
import {
  countEntitlements,
  listEntitlementIds,
  type EntitlementFilter,
} from "./entitlement-list.store"
import type { EntitlementCounts, EntitlementOrder } from "./entitlement-state.rules"
import { findStaleSources, refreshEntitlements, type SourceFacts } from "./entitlement.store"
import {
  listSubscriptionIds,
  listSubscriptionsBeside,
  type BoughtVariant,
  type KnownSubscription,
} from "./subscriptions.store"

/** What orders and subscriptions give. What changes what members should hold returns the servers to wake. */
export class EntitlementService {
  readonly #db: Db
  readonly #messages: Pick<ConnectMessageService, "plan">

  constructor(db: Db, messages: Pick<ConnectMessageService, "plan">) {
    this.#db = db
    this.#messages = messages
  }

  /** An order that gives roles to somebody who has not connected Discord is noted for a message, in the same transaction. */
  async refresh(source: SourceFacts, priority?: Priority): Promise<string[]> {
    return refreshEntitlements(this.#db, source, {
      priority,
      // Whoever bought long ago is not written to because the store reads its older orders.
      alongside: (tx) =>
        priority === PRIORITY.bulk ? Promise.resolve() : this.#messages.plan(tx, source),
    })
  }

  /** @see findStaleSources */
  async listStaleSources(sources: SourceFacts[]): Promise<string[]> {
    return findStaleSources(this.#db, sources)
  }

  /** Ids of what a filter lets through, in one order: a page of them, or all. */
  async listIds(
    filter: EntitlementFilter,
    page: { order: EntitlementOrder; limit?: number; offset?: number },
  ): Promise<string[]> {
    return listEntitlementIds(this.#db, filter, page)
  }

  /** How many stand in which way, of what a filter lets through. */
  async count(filter: EntitlementFilter): Promise<EntitlementCounts> {
    return countEntitlements(this.#db, filter)
  }

  /** Ids of the subscriptions of a source that gave something. */
  async listSubscriptionIds(provider: string): Promise<string[]> {
    return listSubscriptionIds(this.#db, provider)
  }

  /** @see listSubscriptionsBeside */
  async listSubscriptionsBeside(bought: readonly BoughtVariant[]): Promise<KnownSubscription[]> {
    return listSubscriptionsBeside(this.#db, bought)
  }
}
