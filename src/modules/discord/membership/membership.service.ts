import type {
  AdminDiscordMembership,
  AdminDiscordMembershipCounts,
  AdminDiscordMembershipListResponse,
} from "../../../types/http"
import type { Db } from "../db/db"
import type { MembershipFilter, PageRequest } from "./membership-rows.store"
import { listMemberships, membershipCounts, retrieveMembership } from "./memberships.reads"
import { retryMemberships, type RetryScope } from "./retry.store"

/** Where the store's members stand. */
export class MembershipService {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  async list(
    filter: MembershipFilter,
    page: PageRequest,
  ): Promise<AdminDiscordMembershipListResponse> {
    return listMemberships(this.#db, filter, page)
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
