import { LINKS_SQL } from "../account/ownership.store"
import { comparisonsOf, type Moments } from "../db/moments"
import { likeOf } from "../membership/membership-filter.store"
import { FAILED_ACTIONS, type ActivityOutcome } from "./activity.rules"

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
  /** Part of a Discord name, or a Discord user's id. */
  member?: string | undefined
  /** Part of a role's name. */
  role?: string | undefined
  created_at?: Moments | undefined
  search?: ActivitySearch | undefined
}

/** Words typed into a search box, and what the shop knows by them. */
export interface ActivitySearch {
  text: string
  customer_ids: string[]
  order_ids: string[]
}

export type Bindings = Record<string, string | string[] | Date | readonly string[]>

/** What was done to access by hand names whose it is, and what gave it, in its message alone. */
const isNamed = (e: string, param: string, ids: string) =>
  `(${e}.action like 'access_%' and ${e}.message_detail -> 'params' ->> '${param}' = any(:${ids}))`

const isOfCustomer = (e: string, ids: string) => `(${e}.trigger = any(:${ids})
  or ${e}.account_id = any(array(
    select l.account_id from ${LINKS_SQL} l where l.customer_id = any(:${ids})))
  or ${isNamed(e, "customer_id", ids)})`

/** An order stands in the log by its id, or as what a role was given for. */
const isOfOrder = (e: string, ids: string) => `(${e}.trigger = any(:${ids})
  or ${isNamed(e, "source_id", ids)})`

/** Somebody on whom a role was tested may have no account: the message says who it was. */
const isOfMember = (e: string, text: string, like: string) => `(${e}.account_id = any(array(
    select a.id from discord_account a
     where a.deleted_at is null and (a.username ilike :${like}
        or a.global_name ilike :${like} or a.discord_user_id = :${text})))
  or (${e}.account_id is null and (${e}.message_detail -> 'params' ->> 'user_id' = :${text}
        or ${e}.message_detail -> 'params' ->> 'member' ilike :${like})))`

type Condition = (e: string) => string

/** By the name that the log's table has in the statement. */
const CONDITIONS: Record<
  Exclude<keyof ActivityFilter, "outcome" | "search" | "created_at">,
  Condition
> = {
  action: (e) => `${e}.action = any(:action)`,
  trigger: (e) => `${e}.trigger = any(:trigger)`,
  membership_id: (e) => `${e}.membership_id = any(:membership_id)`,
  server_id: (e) => `${e}.server_id = any(:server_id)`,
  account_id: (e) => `${e}.account_id = any(:account_id)`,
  role_id: (e) => `${e}.role_id = any(:role_id)`,
  discord_code: (e) => `${e}.discord_code = any(:discord_code)`,
  customer_id: (e) => isOfCustomer(e, "customer_id"),
  order_id: (e) => isOfOrder(e, "order_id"),
  member: (e) => isOfMember(e, "member", "member_like"),
  role: (e) => `${e}.role_id = any(array(
    select r.role_id from discord_role r where r.name ilike :role_like and r.deleted_at is null))`,
}

const isFound: Condition = (e) => `(${isOfOrder(e, "search_orders")}
  or ${e}.trigger ilike :search_like
  or ${isOfMember(e, "search_text", "search_like")}
  or ${isOfCustomer(e, "search_customers")})`

/**
 * What lets an entry through.
 *
 * @returns the condition, by the name that the log's table has in the statement
 */
export function whereOf(filter: ActivityFilter): { where: Condition; bindings: Bindings } {
  const { outcome, search, order_id, created_at, ...others } = filter
  const plain = { ...others, order_id: order_id?.flatMap(triggersOfOrder) }
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  const conditions: Condition[] = [
    (e) => `${e}.deleted_at is null`,
    ...given.map(([name]) => CONDITIONS[name as keyof typeof CONDITIONS]),
  ]
  const bindings: Bindings = Object.fromEntries(given) as Bindings
  for (const name of ["member", "role"] as const) {
    const words = filter[name]
    if (words !== undefined) {
      bindings[`${name}_like`] = likeOf(words)
    }
  }
  for (const { sql, name, moment } of comparisonsOf("created_at", created_at)) {
    conditions.push((e) => `${e}.created_at ${sql}`)
    bindings[name] = moment
  }
  if (outcome) {
    conditions.push((e) => `${outcome === "ok" ? "not " : ""}(${e}.action = any(:failed_actions))`)
    bindings.failed_actions = FAILED_ACTIONS
  }
  if (search) {
    conditions.push(isFound)
    bindings.search_text = search.text
    bindings.search_like = likeOf(search.text)
    bindings.search_orders = search.order_ids.flatMap(triggersOfOrder)
    bindings.search_customers = search.customer_ids
  }
  return { where: (e) => conditions.map((condition) => condition(e)).join(" and "), bindings }
}

function triggersOfOrder(id: string): string[] {
  return [id, `order ${id}`]
}
