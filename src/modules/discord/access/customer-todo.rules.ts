import { answered, say, type Answered, type Catalogue, type Message } from "../../../messages"
import type { AccountStatus, MembershipStatus, ServerStatus } from "../statuses.rules"

/** What a customer can be asked to do, or told to expect. A storefront may show words of its own for each. */
export const CUSTOMER_TODO_CODES = [
  "connect",
  "reconnect",
  "join_server",
  "accept_rules",
  "leave_a_server",
  "verify_account",
  "banned",
  "wait",
  "contact_store",
] as const
export type CustomerTodoCode = (typeof CUSTOMER_TODO_CODES)[number]

/** For the customer: never what is meant for who runs the store. */
export interface CustomerTodo {
  code: CustomerTodoCode
  message: Message
  /** Where to do it: a page of Discord's, or a link of the store's that leads to one. Left out where the storefront has a button. */
  action_url?: string
}

/** A todo as the route answers it. */
export type AnsweredTodo = Omit<CustomerTodo, "message"> & Answered<"message">

/** @param texts in whose language; English when left out */
export function answerTodo(todo: CustomerTodo | null, texts?: Catalogue): AnsweredTodo | null {
  return todo && { ...todo, ...answered("message", todo.message, texts) }
}

/** Pages that a customer can be sent to. */
export interface TodoPages {
  /** The server in Discord. */
  server: string
  /** Discord itself. */
  discord: string
  /** A link that brings them into the server; null where none would. */
  join: string | null
}

/** @param webUrl Discord's web origin */
export function todoPages(webUrl: string, guildId: string, join: string | null): TodoPages {
  return {
    server: `${webUrl}/channels/${guildId}`,
    discord: `${webUrl}/channels/@me`,
    join,
  }
}

/** What is known of a customer in one server. */
export interface CustomerStanding {
  server_name: string
  server_status: ServerStatus
  account_status: AccountStatus
  /** Null before anything was due there. */
  status: MembershipStatus | null
  /** Whether the engine will come to it by itself. */
  is_scheduled: boolean
  error_code: string | null
  pending: boolean | null
  /** Whether every role that they should hold is held. */
  is_complete: boolean
  /** Whether a moderator took a role, and the server's settings respect that. */
  is_withheld: boolean
}

/** The store has suspended something of theirs. */
export const ON_HOLD = todo("contact_store", say("customer.on_hold"))

/** What a customer must do before anything else; null when nothing. @param isEntitled whether they own anything */
export function accountTodo(
  account: { status: AccountStatus } | null,
  isEntitled: boolean,
): CustomerTodo | null {
  if (account?.status === "token_invalid") {
    return todo("reconnect", say("customer.reconnect"))
  }
  return account || !isEntitled ? null : todo("connect", say("customer.connect"))
}

/** What a customer must do for their roles in one server, and where; null when nothing. */
export function serverTodo(standing: CustomerStanding, pages: TodoPages): CustomerTodo | null {
  const { status, is_complete, server_status, is_scheduled, pending } = standing
  const obstacle = is_complete ? null : withPage(obstacleOf(standing), pages)
  if (obstacle) {
    return obstacle
  }
  if (pending) {
    const rules = say("customer.accept_rules", { server: standing.server_name })
    return withPage(todo("accept_rules", rules), pages)
  }
  if (standing.is_withheld) {
    return todo("contact_store", say("customer.withheld", { server: standing.server_name }))
  }
  const isStill = status === "due" && !is_scheduled
  return !is_complete && status && (server_status === "paused" || isStill)
    ? todo("wait", say("customer.wait"))
    : null
}

function withPage(todo: CustomerTodo | null, pages: TodoPages): CustomerTodo | null {
  const action_url = todo && pageOf(todo.code, pages)
  return todo && action_url ? { ...todo, action_url } : todo
}

function pageOf(code: CustomerTodoCode, pages: TodoPages): string | null {
  switch (code) {
    case "join_server":
      return pages.join
    case "accept_rules":
      return pages.server
    case "leave_a_server":
    case "verify_account":
      return pages.discord
    case "connect":
    case "reconnect":
    case "banned":
    case "wait":
    case "contact_store":
      return null
  }
}

function obstacleOf(standing: CustomerStanding): CustomerTodo | null {
  switch (standing.status) {
    case "waiting_for_join":
      return standing.account_status === "token_invalid" ? reconnect() : join(standing)
    case "waiting_for_customer":
      return refusedBy(standing)
    case "waiting_for_admin":
      return standing.server_status === "paused" ? null : contact()
    case "due":
    case "retrying":
    case "synced":
    case null:
      return null
  }
}

/** By Discord's code of the refusal. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
function refusedBy({ error_code, server_name }: CustomerStanding): CustomerTodo {
  switch (error_code) {
    case "30001":
      return todo("leave_a_server", say("customer.leave_a_server"))
    case "40002":
    case "50178":
      return todo("verify_account", say("customer.verify_account"))
    case "40007":
      return todo("banned", say("customer.banned", { server: server_name }))
    case "340015":
      return todo("wait", say("customer.join_limit"))
    case "10013":
      return todo("reconnect", say("customer.account_gone"))
    case "50025":
    case "50026":
    case "invalid_grant":
      return reconnect()
    default:
      return contact()
  }
}

function reconnect(): CustomerTodo {
  return todo("reconnect", say("customer.reconnect_and_allow"))
}

function join({ server_name }: CustomerStanding): CustomerTodo {
  return todo("join_server", say("customer.join_server", { server: server_name }))
}

function contact(): CustomerTodo {
  return todo("contact_store", say("customer.contact_store"))
}

function todo(code: CustomerTodoCode, message: Message): CustomerTodo {
  return { code, message }
}
