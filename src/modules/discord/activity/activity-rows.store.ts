import type { Message } from "../../../messages"
import { FAILED_ACTIONS, outcomeOf, type ActivityOutcome } from "./activity.rules"
import type { ActivityAction } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { likeOf } from "../membership/membership-filter.store"
import type { PageRequest } from "../membership/membership-rows.store"

/** What is looked for. Lists name alternatives; what is left out is not asked for. */
export interface ActivityFilter {
  action?: string[] | undefined
  outcome?: ActivityOutcome | undefined
  trigger?: string[] | undefined
  membership_id?: string[] | undefined
  server_id?: string[] | undefined
  account_id?: string[] | undefined
  role_id?: string[] | undefined
  discord_code?: string[] | undefined
  customer_id?: string[] | undefined
  order_id?: string[] | undefined
  created_at?: Moments | undefined
  search?: ActivitySearch | undefined
}

/** A moment, or where it lies: all that is given holds. */
export type Moments = Date | { [operator in keyof typeof COMPARISONS]?: Date | undefined }

/** Words typed into a search box, and what the shop knows by them. */
export interface ActivitySearch {
  text: string
  customer_ids: string[]
  order_ids: string[]
}

export interface ActivityRow {
  id: string
  action: ActivityAction
  trigger: string | null
  membership_id: string | null
  server_id: string | null
  server_name: string | null
  account_id: string | null
  discord_user_id: string | null
  username: string | null
  global_name: string | null
  role_id: string | null
  role_name: string | null
  role_color: number | null
  attempt: number
  discord_status: number | null
  discord_code: string | null
  message: string | null
  message_detail: Message | null
  created_at: Date
  outcome: ActivityOutcome
  /** Where to go on: PostgreSQL's own text, since a Date keeps only milliseconds. */
  position: string
}

type Bindings = Record<string, string | string[] | Date | readonly string[]>

const CUSTOMERS = (ids: string) => `(e.trigger = any(:${ids}) or e.account_id = any(array(
  select l.account_id from discord_account_link l
   where l.customer_id = any(:${ids}) and l.deleted_at is null)))`

/** Medusa's operators. */
const COMPARISONS = { $eq: "=", $ne: "<>", $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const

const CONDITIONS: Record<
  Exclude<keyof ActivityFilter, "outcome" | "search" | "created_at">,
  string
> = {
  action: "e.action = any(:action)",
  trigger: "e.trigger = any(:trigger)",
  membership_id: "e.membership_id = any(:membership_id)",
  server_id: "e.server_id = any(:server_id)",
  account_id: "e.account_id = any(:account_id)",
  role_id: "e.role_id = any(:role_id)",
  discord_code: "e.discord_code = any(:discord_code)",
  customer_id: CUSTOMERS("customer_id"),
  order_id: "e.trigger = any(:order_id)",
}

const SEARCH = `(e.trigger = any(:search_orders) or e.trigger ilike :search_like
  or e.account_id = any(array(
    select a.id from discord_account a
     where a.deleted_at is null and (a.username ilike :search_like
        or a.global_name ilike :search_like or a.discord_user_id = :search_text)))
  or ${CUSTOMERS("search_customers")})`

const SELECT = `
  select e.id, e.action, e.trigger, e.membership_id, e.server_id, s.name as server_name,
         e.account_id, a.discord_user_id, a.username, a.global_name,
         e.role_id, r.name as role_name, r.color as role_color, e.attempt,
         e.discord_status, e.discord_code, e.message, e.message_detail, e.created_at,
         e.created_at::text as position
    from discord_activity_entry e
    left join discord_server s on s.id = e.server_id
    left join discord_account a on a.id = e.account_id
    left join discord_role r on r.role_id = e.role_id and r.deleted_at is null`

/** @param newestFirst false = oldest first */
export async function listActivityRows(
  db: Db,
  filter: ActivityFilter,
  page: PageRequest & { newestFirst: boolean },
): Promise<{ activity: ActivityRow[]; count: number }> {
  const { where, bindings } = whereOf(filter)
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
  return { activity: activity.map(withOutcome), count: total?.count ?? 0 }
}

/** Every row, newest first, a batch at a time: the log may be longer than memory. */
export async function* allActivityRows(
  db: Db,
  filter: ActivityFilter,
  batch: number,
): AsyncGenerator<ActivityRow[]> {
  const { where, bindings } = whereOf(filter)
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
      yield found.map(withOutcome)
    }
    after = found.at(-1)
    if (found.length < batch) {
      return
    }
  }
}

function withOutcome(row: ActivityRow): ActivityRow {
  return { ...row, outcome: outcomeOf(row.action) }
}

function whereOf({ outcome, search, order_id, created_at, ...filter }: ActivityFilter): {
  where: string
  bindings: Bindings
} {
  const plain = { ...filter, order_id: order_id?.flatMap(triggersOfOrder) }
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  const conditions = given.map(([name]) => CONDITIONS[name as keyof typeof CONDITIONS])
  const bindings: Bindings = Object.fromEntries(given) as Bindings
  const moments = created_at instanceof Date ? { $eq: created_at } : (created_at ?? {})
  for (const [operator, comparison] of Object.entries(COMPARISONS)) {
    const moment = moments[operator as keyof typeof COMPARISONS]
    if (moment) {
      const name = `created_at_${operator.slice(1)}`
      conditions.push(`e.created_at ${comparison} :${name}`)
      bindings[name] = moment
    }
  }
  if (outcome) {
    conditions.push(`${outcome === "ok" ? "not " : ""}(e.action = any(:failed_actions))`)
    bindings.failed_actions = FAILED_ACTIONS
  }
  if (search) {
    conditions.push(SEARCH)
    bindings.search_text = search.text
    bindings.search_like = likeOf(search.text)
    bindings.search_orders = search.order_ids.flatMap(triggersOfOrder)
    bindings.search_customers = search.customer_ids
  }
  return { where: ["e.deleted_at is null", ...conditions].join(" and "), bindings }
}

/** An order stands in the log by its id, or as what a role was given for. */
function triggersOfOrder(id: string): string[] {
  return [id, `order ${id}`]
}
