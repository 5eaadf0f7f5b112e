import { say, type Message } from "../../../messages"
import {
  accountTodo,
  serverTodo,
  todoPages,
  type CustomerTodo,
} from "../access/customer-todo.rules"
import { BANNED } from "../membership/move.rules"
import type { AccountStatus, MembershipStatus, ServerStatus } from "../statuses.rules"

/** Whether a buyer has to have connected Discord: `"warn"` = the storefront says so, and sells all the same. */
export type RequireConnection = boolean | "warn"

/** What counts for a product. @param own what was set for the product itself; null = nothing */
export function requirementOf(own: boolean | null, option: RequireConnection): RequireConnection {
  return own ?? option
}

/** Who is about to buy, as far as Discord goes. */
export interface Buyer {
  status: AccountStatus
  /** Whether the store may bring them into servers. */
  can_join: boolean
}

/** A role that a purchase would give, and what is known of the buyer in its server. */
export interface OfferedRole {
  server_name: string
  guild_id: string
  server_status: ServerStatus
  /** Null while the buyer has no membership there. */
  status: MembershipStatus | null
  /** Whether the engine will come to it by itself. */
  is_scheduled: boolean
  error_code: string | null
  pending: boolean | null
  /** Whether they were in the server when last seen; null = never looked. */
  in_server: boolean | null
}

/**
 * What a buyer would have to do for the roles of a purchase, as it looks before it; null when they would get them.
 *
 * @param buyer null = nobody has connected Discord
 * @param webUrl Discord's web origin
 */
export function purchaseTodo(
  buyer: Buyer | null,
  roles: readonly OfferedRole[],
  webUrl: string,
): CustomerTodo | null {
  const account = accountTodo(buyer, roles.length > 0)
  if (account || !buyer) {
    return account
  }
  const todos = roles.map((role) =>
    serverTodo(
      {
        ...role,
        status: statusBefore(role, buyer),
        account_status: buyer.status,
        is_complete: false,
        is_withheld: false,
      },
      // Nothing is theirs there yet: a link into the server comes with the purchase.
      todoPages(webUrl, role.guild_id, null),
    ),
  )
  return todos.find((todo) => todo !== null) ?? null
}

/** Where a purchase would leave the membership: whoever left, and whom the store may not bring in, has to join themselves. */
function statusBefore(
  { status, in_server, server_status }: OfferedRole,
  { can_join }: Buyer,
): MembershipStatus | null {
  const isInTheWay = status === "waiting_for_customer" || status === "waiting_for_admin"
  if (in_server === false && !can_join && !isInTheWay) {
    return "waiting_for_join"
  }
  return status ?? (server_status === "paused" ? "due" : null)
}

/** Whom the store asks to connect Discord before it sells. */
export interface Purchase {
  /** Whether it is one already: then asking comes too late, and completing it again only answers the order. */
  is_completed: boolean
  /** Whether somebody has connected Discord for it. */
  is_connected: boolean
  /** The roles it would give, each with what counts for its product. */
  roles: readonly (Pick<OfferedRole, "server_name" | "error_code"> & {
    requirement: RequireConnection
  })[]
}

/** Why a purchase is not made. */
export interface PurchaseRefusal {
  code: "discord_connection_required" | "discord_banned"
  message: Message
}

/** Whether a purchase is made: null lets it through. */
export function purchaseRefusal({
  is_completed,
  is_connected,
  roles,
}: Purchase): PurchaseRefusal | null {
  const required = roles.filter(({ requirement }) => requirement === true)
  if (is_completed || required.length === 0) {
    return null
  }
  if (!is_connected) {
    return { code: "discord_connection_required", message: say("purchase.connect_first") }
  }
  const banned = required.find(({ error_code }) => error_code === BANNED)
  return banned
    ? {
        code: "discord_banned",
        message: say("purchase.banned", { server: banned.server_name }),
      }
    : null
}
