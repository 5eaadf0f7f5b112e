import type {
  AdminDiscordMembership,
  AdminDiscordMembershipCounts,
  AdminDiscordMembershipListResponse,
} from "../../../types/http"
import type { Db } from "../db/db"
import type { MembershipFilter } from "./membership-filter.store"
import type { MembershipOrder } from "./membership-order.rules"
import type { PageRequest } from "./membership-rows.store"
import {
  allMemberships,
  listMemberships,
  membershipCounts,
  retrieveMembership,
} from "./memberships.reads"
import { retryMemberships, type RetryScope } from "./retry.store"

/** Where the store's members stand. */
export class MembershipService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  async list(
    filter: MembershipFilter,
    page: PageRequest & { order?: MembershipOrder | undefined },
  ): Promise<AdminDiscordMembershipListResponse> {
    return listMemberships(this.#db, filter, page)
  }

  /** All that a filter lets through, in parts. */
  listAll(
    filter: MembershipFilter,
    order: MembershipOrder | undefined,
  ): AsyncGenerator<AdminDiscordMembership[]> {
    return allMemberships(this.#db, filter, order)
  }

  async retrieve(id: string): Promise<AdminDiscordMembership | null> {
    return retrieveMembership(this.#db, id)
  }

  /** How many stand where. @param serverIds those of all servers when left out */
  async count(serverIds: string[] | undefined): Promise<AdminDiscordMembershipCounts> {
    return membershipCounts(this.#db, serverIds)
  }

  /** @see retryMemberships */
  async retry(scope: RetryScope): Promise<{ count: number; server_ids: string[] }> {
    return retryMemberships(this.#db, scope)
  }
}
