import type { Db } from "../store/db"
import type { ActivityFilter } from "../store/activity-rows"
import type { MembershipFilter, PageRequest } from "../store/membership-rows"
import type {
  AdminDiscordActivity,
  AdminDiscordActivityListResponse,
  AdminDiscordMembership,
  AdminDiscordMembershipCounts,
  AdminDiscordMembershipListResponse,
} from "../../../types/http"
import {
  readCustomerDiscord,
  readOrderAccess,
  type CustomerDiscord,
  type OrderAccess,
} from "./access"
import { allActivity, listActivity } from "./activity"
import { listMemberships, membershipCounts, retrieveMembership } from "./memberships"

/** What the dashboard shows: each a few indexed reads, whatever the size of the store. */
export class AdminReads {
  readonly #db: Db

  constructor(db: Db) {
    this.#db = db
  }

  order(orderId: string, customerId: string | null): Promise<OrderAccess> {
    return readOrderAccess(this.#db, orderId, customerId)
  }

  customer(customerId: string): Promise<CustomerDiscord> {
    return readCustomerDiscord(this.#db, customerId)
  }

  memberships(
    filter: MembershipFilter,
    page: PageRequest,
  ): Promise<AdminDiscordMembershipListResponse> {
    return listMemberships(this.#db, filter, page)
  }

  membership(id: string): Promise<AdminDiscordMembership | null> {
    return retrieveMembership(this.#db, id)
  }

  membershipCounts(serverIds: string[] | undefined): Promise<AdminDiscordMembershipCounts> {
    return membershipCounts(this.#db, serverIds)
  }

  activity(
    filter: ActivityFilter,
    page: PageRequest & { newestFirst: boolean },
  ): Promise<AdminDiscordActivityListResponse> {
    return listActivity(this.#db, filter, page)
  }

  allActivity(filter: ActivityFilter): AsyncGenerator<AdminDiscordActivity[]> {
    return allActivity(this.#db, filter)
  }
}
