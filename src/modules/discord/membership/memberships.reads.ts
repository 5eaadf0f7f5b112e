import { MEMBERSHIP_STATUSES } from "../statuses.rules"
import type { Db } from "../db/db"
import {
  countMemberships,
  listMembershipRows,
  type MembershipFilter,
  type MembershipRow,
  type PageRequest,
} from "./membership-rows.store"
import type {
  AdminDiscordMembership,
  AdminDiscordMembershipCounts,
  AdminDiscordMembershipListResponse,
} from "../../../types/http"
import { MemberRoles } from "../access/member-roles.reads"

/** A page of the queue, with what each member should hold, does hold and waits for. */
export async function listMemberships(
  db: Db,
  filter: MembershipFilter,
  page: PageRequest,
): Promise<AdminDiscordMembershipListResponse> {
  const [{ memberships, count }, counts] = await Promise.all([
    listMembershipRows(db, filter, page),
    membershipCounts(db, filter.server_id),
  ])
  return { memberships: await present(db, memberships), count, counts, ...page }
}

/** @returns null when there is no such membership */
export async function retrieveMembership(
  db: Db,
  id: string,
): Promise<AdminDiscordMembership | null> {
  const { memberships } = await listMembershipRows(db, { id: [id] }, { limit: 1, offset: 0 })
  const [membership] = await present(db, memberships)
  return membership ?? null
}

/** How many members stand where, of some servers or of all. */
export async function membershipCounts(
  db: Db,
  serverIds: string[] | undefined,
): Promise<AdminDiscordMembershipCounts> {
  const found = await countMemberships(db, serverIds)
  const counts = Object.fromEntries(MEMBERSHIP_STATUSES.map((status) => [status, 0])) as Record<
    (typeof MEMBERSHIP_STATUSES)[number],
    number
  >
  found.forEach(({ status, count }) => {
    counts[status] = count
  })
  return {
    ...counts,
    held_back: sum(found.map((row) => row.held_back)),
    total: sum(found.map((row) => row.count)),
  }
}

async function present(db: Db, memberships: MembershipRow[]): Promise<AdminDiscordMembership[]> {
  const account_ids = [...new Set(memberships.map((membership) => membership.account_id))]
  const roles = await MemberRoles.load(db, memberships, { account_ids, customer_ids: [] })
  return memberships.map((membership) => roles.present(membership))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
