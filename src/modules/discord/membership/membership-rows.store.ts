import type { Message } from "../../../messages"
import type { AccountStatus, ErrorOwner, MembershipStatus, ServerStatus } from "../statuses.rules"
import { literalLike, rows, type Db } from "../db/db"

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

export interface MembershipFilter {
  id?: string[] | undefined
  account_id?: string[] | undefined
  status?: MembershipStatus[] | undefined
  server_id?: string[] | undefined
  error_owner?: ErrorOwner[] | undefined
  /** Part of a Discord name, or a Discord user's id. */
  q?: string | undefined
}

export interface PageRequest {
  limit: number
  offset: number
}

const CONDITIONS: Record<keyof MembershipFilter, string> = {
  id: "m.id = any(:id)",
  account_id: "m.account_id = any(:account_id)",
  status: "m.status = any(:status)",
  server_id: "m.server_id = any(:server_id)",
  error_owner: "m.error_owner = any(:error_owner)",
  q: "(a.username ilike :like or a.global_name ilike :like or a.discord_user_id = :q)",
}

/** The longest waiting first: who has no next attempt waits for a person. */
export async function listMembershipRows(
  db: Db,
  filter: MembershipFilter,
  page: PageRequest,
): Promise<{ memberships: MembershipRow[]; count: number }> {
  const { where, bindings } = whereOf(filter)
  const [memberships, [total]] = await Promise.all([
    rows<MembershipRow>(
      db,
      `select m.id, m.account_id, m.server_id, m.status, m.in_server, m.attempts, m.next_attempt_at,
              m.last_synced_at, m.last_seen_at, m.pending, m.recheck_at, m.sync_run_id, m.error_owner, m.error_code,
              m.error_message, m.error_detail, s.pause_reason, s.pause_detail,
              json_build_object('id', a.id, 'discord_user_id', a.discord_user_id,
                'username', a.username, 'global_name', a.global_name, 'avatar', a.avatar,
                'status', a.status) as account,
              json_build_object('id', s.id, 'guild_id', s.guild_id, 'name', s.name,
                'icon', s.icon, 'status', s.status) as server,
              coalesce((select json_agg(l.customer_id order by l.registered desc, l.customer_id)
                          from discord_account_link l
                         where l.account_id = a.id and l.deleted_at is null), '[]') as customer_ids
         from discord_membership m
         join discord_account a on a.id = m.account_id
         join discord_server s on s.id = m.server_id
        where ${where}
        order by m.next_attempt_at nulls first, m.id
        limit :limit offset :offset`,
      { ...bindings, limit: page.limit, offset: page.offset },
    ),
    rows<{ count: number }>(
      db,
      `select count(*)::int as count from discord_membership m
         join discord_account a on a.id = m.account_id
        where ${where}`,
      bindings,
    ),
  ])
  return { memberships, count: total?.count ?? 0 }
}

/** How many members stand where, `held_back` within `due`. */
export async function countMemberships(
  db: Db,
  serverIds: string[] | undefined,
): Promise<{ status: MembershipStatus; count: number; held_back: number }[]> {
  return rows(
    db,
    `select status, count(*)::int as count,
            count(*) filter (where status = 'due' and next_attempt_at is null)::int as held_back
       from discord_membership
      where deleted_at is null
        and (cast(:server_id as text[]) is null or server_id = any(cast(:server_id as text[])))
      group by status`,
    { server_id: serverIds ?? null },
  )
}

/** A text as it is looked for by `ilike`: anywhere. */
export function likeOf(text: string): string {
  return `%${literalLike(text)}%`
}

function whereOf(filter: MembershipFilter): {
  where: string
  bindings: Record<string, string | string[]>
} {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  const conditions = given.map(([name]) => CONDITIONS[name as keyof MembershipFilter])
  return {
    where: ["m.deleted_at is null", ...conditions].join(" and "),
    bindings: {
      ...(Object.fromEntries(given) as Record<string, string | string[]>),
      ...(filter.q === undefined ? {} : { like: likeOf(filter.q) }),
    },
  }
}
