import { MEMBERSHIP_STATUSES } from "../statuses.rules"
import type { Db } from "../db/db"
import type { MembershipFilter } from "./membership-filter.store"
import type { MembershipOrder } from "./membership-order.rules"
import {
  countMemberships,
  listMembershipIds,
  listMembershipRows,
  type MembershipRow,
  type PageRequest,
} from "./membership-rows.store"
import { MEMBERSHIP_MOVES, moveOf } from "./move.rules"
import type {
  AdminDiscordMembership,
  AdminDiscordMembershipCounts,
  AdminDiscordMembershipListResponse,
} from "../../../types/http"
import { MemberRoles } from "../access/member-roles.reads"

/** Members that are in memory at once while all are downloaded. */
const BATCH = 500

/** A page of members, with what each should hold, does hold and waits for. */
export async function listMemberships(
  db: Db,
  filter: MembershipFilter,
  { order, ...page }: PageRequest & { order?: MembershipOrder | undefined },
): Promise<AdminDiscordMembershipListResponse> {
  const [{ memberships, count }, counts] = await Promise.all([
    listMembershipRows(db, filter, { ...page, order }),
    membershipCounts(db, filter.server_id),
  ])
  return { memberships: await present(db, memberships), count, counts, ...page }
}

/** Every member that the filter finds, in batches. */
export async function* allMemberships(
  db: Db,
  filter: MembershipFilter,
  order: MembershipOrder | undefined,
): AsyncGenerator<AdminDiscordMembership[]> {
  const ids = await listMembershipIds(db, filter, order)
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH)
    const page = { limit: BATCH, offset: 0 }
    const { memberships } = await listMembershipRows(db, { id: batch }, page)
    const place = new Map(batch.map((id, index) => [id, index]))
    const placeOf = ({ id }: { id: string }) => place.get(id) ?? batch.length
    yield (await present(db, memberships)).sort((one, other) => placeOf(one) - placeOf(other))
  }
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
  const countOf = (isMeant: (row: (typeof found)[number]) => boolean) =>
    found.filter(isMeant).reduce((total, { count }) => total + count, 0)
  return {
    ...byWord(MEMBERSHIP_STATUSES, (status) => countOf((row) => row.status === status)),
    held_back: countOf((row) => row.held_back),
    total: countOf(() => true),
    moves: byWord(MEMBERSHIP_MOVES, (move) => countOf((row) => moveOf(row) === move)),
  }
}

async function present(db: Db, memberships: MembershipRow[]): Promise<AdminDiscordMembership[]> {
  const account_ids = [...new Set(memberships.map((membership) => membership.account_id))]
  const roles = await MemberRoles.load(db, memberships, { account_ids, customer_ids: [] })
  return memberships.map((membership) => roles.present(membership))
}

function byWord<Word extends string>(
  words: readonly Word[],
  countOf: (word: Word) => number,
): Record<Word, number> {
  return Object.fromEntries(words.map((word) => [word, countOf(word)])) as Record<Word, number>
}
