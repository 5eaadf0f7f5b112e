import type { Message } from "../../../messages"
import type { AccountStatus, ErrorOwner, MembershipStatus, ServerStatus } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { MOVE_FACTS, orderOf, whereOf, type MembershipFilter } from "./membership-filter.store"
import type { MembershipOrder } from "./membership-order.rules"
import type { MoveFacts, ServerStanding } from "./move.rules"

/** A membership with the names of its member and its server. */
export interface MembershipRow {
  id: string
  account_id: string
  server_id: string
  status: MembershipStatus
  in_server: boolean | null
  attempts: number
  next_attempt_at: Date | null
  last_synced_at: Date | null
  last_seen_at: Date | null
  pending: boolean | null
  recheck_at: Date | null
  sync_run_id: string | null
  error_owner: ErrorOwner | null
  error_code: string | null
  error_message: string | null
  error_detail: Message | null
  pause_reason: string | null
  pause_detail: Message | null
  server_standing: ServerStanding
  account: {
    id: string
    discord_user_id: string
    username: string
    global_name: string | null
    avatar: string | null
    status: AccountStatus
  }
  server: {
    id: string
    guild_id: string
    name: string
    icon: string | null
    status: ServerStatus
  }
  customer_ids: string[]
}

export interface PageRequest {
  limit: number
  offset: number
}

const FROM = `
   from discord_membership m
   join discord_account a on a.id = m.account_id
   join discord_server s on s.id = m.server_id`

/** @param order the longest waiting first when left out */
export async function listMembershipRows(
  db: Db,
  filter: MembershipFilter,
  page: PageRequest & { order?: MembershipOrder | undefined },
): Promise<{ memberships: MembershipRow[]; count: number }> {
  const { where, bindings } = whereOf(filter)
  const [memberships, [total]] = await Promise.all([
    rows<MembershipRow>(
      db,
      `select m.id, m.account_id, m.server_id, m.status, m.in_server, m.attempts, m.next_attempt_at,
              m.last_synced_at, m.last_seen_at, m.pending, m.recheck_at, m.sync_run_id, m.error_owner, m.error_code,
              m.error_message, m.error_detail, s.pause_reason, s.pause_detail,
              ${MOVE_FACTS.server} as server_standing,
              json_build_object('id', a.id, 'discord_user_id', a.discord_user_id,
                'username', a.username, 'global_name', a.global_name, 'avatar', a.avatar,
                'status', a.status) as account,
              json_build_object('id', s.id, 'guild_id', s.guild_id, 'name', s.name,
                'icon', s.icon, 'status', s.status) as server,
              coalesce((select json_agg(l.customer_id order by l.registered desc, l.customer_id)
                          from (select customer_id, registered from discord_account_link
                                 where account_id = a.id and deleted_at is null
                                union
                                select customer_id, false from discord_order_link
                                 where account_id = a.id and deleted_at is null) l), '[]') as customer_ids
         ${FROM}
        where ${where}
        order by ${orderOf(page.order)}
        limit :limit offset :offset`,
      { ...bindings, limit: page.limit, offset: page.offset },
    ),
    rows<{ count: number }>(db, `select count(*)::int as count ${FROM} where ${where}`, bindings),
  ])
  return { memberships, count: total?.count ?? 0 }
}

/** All that a filter lets through, by id, in one order: what changes meanwhile is neither told twice nor left out. */
export async function listMembershipIds(
  db: Db,
  filter: MembershipFilter,
  order: MembershipOrder | undefined,
): Promise<string[]> {
  const { where, bindings } = whereOf(filter)
  const found = await rows<{ id: string }>(
    db,
    `select m.id ${FROM} where ${where} order by ${orderOf(order)}`,
    bindings,
  )
  return found.map(({ id }) => id)
}

/** How many members stand in the same way, of some servers or of all. */
export async function countMemberships(
  db: Db,
  serverIds: string[] | undefined,
): Promise<(MoveFacts & { count: number })[]> {
  const { where, bindings } = whereOf({ server_id: serverIds })
  const facts = Object.entries(MOVE_FACTS)
  return rows(
    db,
    `select ${facts.map(([name, sql]) => `${sql} as ${name}`).join(", ")}, count(*)::int as count
       from discord_membership m join discord_server s on s.id = m.server_id
      where ${where}
      group by ${facts.map((_, at) => at + 1).join(", ")}`,
    bindings,
  )
}
