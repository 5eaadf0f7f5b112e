import type { Message } from "../../../messages"
import { rows, type Db } from "../db/db"
import type { PageRequest } from "../membership/membership-rows.store"
import type { ActivityAction } from "../statuses.rules"
import { whereOf, type ActivityFilter, type Bindings } from "./activity-filter.store"
import { CALLS_WITH_SEVERAL_ROLES } from "./activity.rules"

/** A role of one call to Discord, and what it was given for. */
interface CallRole {
  role_id: string
  role_name: string | null
  role_color: number | null
  trigger: string | null
}

export interface ActivityRow {
  id: string
  action: ActivityAction
  trigger: string | null
  membership_id: string | null
  server_id: string | null
  server_name: string | null
  account_id: string | null
  /** A customer who is linked to the account now. */
  customer_id: string | null
  discord_user_id: string | null
  username: string | null
  global_name: string | null
  role_id: string | null
  role_name: string | null
  role_color: number | null
  /** All roles of the same call, highest first; null for what is told by itself. */
  call_roles: CallRole[] | null
  attempt: number
  discord_status: number | null
  discord_code: string | null
  message: string | null
  message_detail: Message | null
  created_at: Date
  /** Where to go on: PostgreSQL's own text, since a Date keeps only milliseconds. */
  position: string
}

/** Written in the same statement, for the same call. Only these are compared: most entries have none beside them. */
const SAME_CALL = `other.membership_id = e.membership_id and other.created_at = e.created_at
  and other.action = e.action and other.action = any(:calls)
  and other.role_id is not null and e.role_id is not null`

const SELECT = `
  select e.id, e.action, e.trigger, e.membership_id, e.server_id, s.name as server_name,
         e.account_id, a.discord_user_id, a.username, a.global_name,
         coalesce(
           (select l.customer_id from discord_account_link l
             where l.account_id = e.account_id and l.deleted_at is null
             order by l.registered desc, l.customer_id limit 1),
           (select o.customer_id from discord_order_link o
             where o.account_id = e.account_id and o.deleted_at is null
             order by o.customer_id limit 1)) as customer_id,
         e.role_id, r.name as role_name, r.color as role_color,
         case when e.action = any(:calls) then (
           select json_agg(json_build_object('role_id', other.role_id, 'role_name', known.name,
                    'role_color', known.color, 'trigger', other.trigger)
                    order by known.position desc nulls last, other.role_id)
             from discord_activity_entry other
             left join discord_role known
               on known.role_id = other.role_id and known.deleted_at is null
            where ${SAME_CALL} and other.deleted_at is null) end as call_roles,
         e.attempt, e.discord_status, e.discord_code, e.message, e.message_detail, e.created_at,
         e.created_at::text as position
    from discord_activity_entry e
    left join discord_server s on s.id = e.server_id
    left join discord_account a on a.id = e.account_id
    left join discord_role r on r.role_id = e.role_id and r.deleted_at is null`

/** Of the entries of one call that a filter lets through, the first stands for all. */
function foundBy(filter: ActivityFilter): { where: string; bindings: Bindings } {
  const { where, bindings } = whereOf(filter)
  return {
    where: `${where("e")} and not exists (
      select 1 from discord_activity_entry other
       where ${SAME_CALL} and other.id < e.id and ${where("other")})`,
    bindings: { ...bindings, calls: CALLS_WITH_SEVERAL_ROLES },
  }
}

/** @param newestFirst false = oldest first */
export async function listActivityRows(
  db: Db,
  filter: ActivityFilter,
  page: PageRequest & { newestFirst: boolean },
): Promise<{ activity: ActivityRow[]; count: number }> {
  const { where, bindings } = foundBy(filter)
  const direction = page.newestFirst ? "desc" : "asc"
  const [activity, [total]] = await Promise.all([
    rows<ActivityRow>(
      db,
      `${SELECT} where ${where} order by e.created_at ${direction}, e.id ${direction}
        limit :limit offset :offset`,
      { ...bindings, limit: page.limit, offset: page.offset },
    ),
    rows<{ count: number }>(
      db,
      `select count(*)::int as count from discord_activity_entry e where ${where}`,
      bindings,
    ),
  ])
  return { activity, count: total?.count ?? 0 }
}

/** Every row, newest first, a batch at a time: the log may be longer than memory. */
export async function* allActivityRows(
  db: Db,
  filter: ActivityFilter,
  batch: number,
): AsyncGenerator<ActivityRow[]> {
  const { where, bindings } = foundBy(filter)
  let after: ActivityRow | undefined
  for (;;) {
    const next: Bindings = after ? { after_at: after.position, after_id: after.id } : {}
    const found = await rows<ActivityRow>(
      db,
      `${SELECT} where ${where}
         ${after ? "and (e.created_at, e.id) < (cast(:after_at as timestamptz), :after_id)" : ""}
        order by e.created_at desc, e.id desc limit :batch`,
      { ...bindings, ...next, batch },
    )
    if (found.length > 0) {
      yield found
    }
    after = found.at(-1)
    if (found.length < batch) {
      return
    }
  }
}
