import { say, type Message } from "../../../messages"
import type { EarlierRows } from "./earlier-rows.rules"
import type { FoundCustomer } from "./import-match.rules"
import type { RowRequest } from "./import-row.rules"

/** A customer's link to a Discord user. */
export interface ConnectedUser {
  customer_id: string
  /** Whether the customer is registered, not a guest. */
  registered: boolean
  discord_user_id: string
  name: string
}

export interface PlannedLink {
  customer_id: string
  discord_user_id: string
}

interface LinkPlan {
  /** Null = nothing is to be done. */
  plan: PlannedLink | null
  problem: Message | null
}

/**
 * Whether a row links its customer. Who is connected to another Discord user stays so: an import takes nobody's roles away. Guests
 * may share a Discord user, of customers with an account one alone may be connected to it.
 */
export function planLink(
  { request, customer }: { request: RowRequest; customer: FoundCustomer },
  connected: readonly ConnectedUser[],
  earlier: EarlierRows,
): LinkPlan {
  const { discord_user_id } = request
  if (discord_user_id === null) {
    return { plan: null, problem: null }
  }
  const problem = obstacleTo({ customer, discord_user_id }, connected, earlier)
  const isLinked =
    earlier.customers.has(customer.id) ||
    connected.some(({ customer_id }) => customer_id === customer.id)
  return problem || isLinked
    ? { plan: null, problem }
    : { plan: { customer_id: customer.id, discord_user_id }, problem: null }
}

function obstacleTo(
  { customer, discord_user_id }: { customer: FoundCustomer; discord_user_id: string },
  connected: readonly ConnectedUser[],
  earlier: EarlierRows,
): Message | null {
  const own = connected.find(({ customer_id }) => customer_id === customer.id)
  if (own && own.discord_user_id !== discord_user_id) {
    return say("import.connected_otherwise", { name: own.name, id: own.discord_user_id })
  }
  const above = earlier.customers.get(customer.id)
  if (above && above.discord_user_id !== discord_user_id) {
    return say("import.customer_twice", { row: above.row })
  }
  if (!customer.has_account) {
    return null
  }
  const isTaken = connected.some(
    (each) =>
      each.discord_user_id === discord_user_id &&
      each.registered &&
      each.customer_id !== customer.id,
  )
  if (isTaken) {
    return say("consent.account_taken")
  }
  const other = earlier.users.get(discord_user_id)
  return other && other.customer_id !== customer.id
    ? say("import.user_twice", { row: other.row })
    : null
}
