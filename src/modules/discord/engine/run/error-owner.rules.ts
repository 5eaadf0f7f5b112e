import { say, type Message } from "../../../../messages"
import type { ErrorOwner } from "../../statuses.rules"

/** What Discord answered when it did not do as asked; `status` null = no answer at all (network, timeout). */
export interface FailureFacts {
  status: number | null
  /** Discord's JSON error code, or OAuth's error word. */
  code: number | string | null
  retry_after_ms: number | null
  /** What Discord said of it, as it may be shown; null or left out = nothing. */
  said?: string | null
}

export const CALL_KINDS = [
  "join",
  "read_member",
  "add_role",
  "remove_role",
  "set_roles",
  "kick",
  "token",
  "read_server",
  "invite",
] as const
export type CallKind = (typeof CALL_KINDS)[number]

/** How far a failure reaches: this role only, this member, the whole server, or everything this bot does. */
export type ErrorReach = "role" | "member" | "server" | "bot"

export interface FailureVerdict {
  owner: ErrorOwner
  reach: ErrorReach
  /** For the person whose move it is. */
  message: Message
  /** When time alone may mend it: milliseconds until it is worth another try. */
  retry_ms?: number
  /** Nobody knows what would mend it: it is tried again by itself, ever more rarely. */
  again?: "rarely"
}

/** Discord does not say how long the limit of 340015 holds. */
const JOIN_LIMIT_MS = 6 * 60 * 60_000
const TAKES_AWAY: readonly CallKind[] = ["remove_role", "kick"]
/** Calls that every member needs alike: what stands in the way of one stands in the way of all. */
const CHANGES_ROLES: readonly CallKind[] = ["add_role", "remove_role", "set_roles"]

/**
 * Whose move a failure is. Branches on Discord's code before the HTTP status, since one status covers many causes.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
export function ownerOf(failure: FailureFacts, call: CallKind): FailureVerdict {
  return byCode(failure.code, call) ?? byStatus(failure.status) ?? unexplained(failure, call)
}

/**
 * Whether an answer says that Discord is away, or not to be reached: then the next call would fare no better, whomever it is
 * for. What carries a code of Discord's is an answer, whatever it says.
 */
export function saysAway({ status, code, retry_after_ms }: FailureFacts): boolean {
  if (status === null || status >= 500) {
    return true
  }
  return status === 429 ? retry_after_ms === null : code === null && status !== 401
}

/** Whether a failure to read a server says that the bot is out of it, rather than that something is wrong in it. */
export function saysBotIsOut({ code }: FailureFacts): boolean {
  return code === 10004 || code === 50001
}

/**
 * Discord adds refusals every few years. One with a code is Discord's answer, known or not, and is about what was asked:
 * this member, this role for this member, this server. One without a code came from something before Discord.
 */
export function unexplained(failure: FailureFacts, call: CallKind): FailureVerdict {
  if (failure.code === null) {
    return transient(say("discord.refused_before"))
  }
  return { ...admin(REACH[call], refusedToDo(call, failure)), again: "rarely" }
}

/** What each kind of call is about. */
const REACH: Record<CallKind, ErrorReach> = {
  join: "member",
  read_member: "member",
  add_role: "role",
  remove_role: "role",
  set_roles: "role",
  kick: "role",
  token: "member",
  read_server: "server",
  invite: "server",
}

/** A cause that lies in the server stops role changes of everybody; who is kept out, or stays, keeps nobody else from theirs. */
function reachOf(call: CallKind): ErrorReach {
  return CHANGES_ROLES.includes(call) ? "server" : REACH[call]
}

function refusedToDo(call: CallKind, { status, code, said }: FailureFacts): Message {
  const named = { status: String(status), code: String(code) }
  return said
    ? say(`discord.refused_${call}_said`, { ...named, words: said })
    : say(`discord.refused_${call}`, named)
}

function byCode(code: FailureFacts["code"], call: CallKind): FailureVerdict | null {
  switch (code) {
    case 10004:
    case 50001:
      return admin("server", say("discord.bot_is_out"))
    case 10007:
      return TAKES_AWAY.includes(call)
        ? satisfied(say("discord.member_left"))
        : customer("member", say("discord.not_in_server_any_more"))
    case 10011:
    case 50028:
      return TAKES_AWAY.includes(call)
        ? satisfied(say("discord.role_gone"))
        : admin("role", say("discord.role_deleted"))
    case 10013:
      return customer("member", say("discord.account_gone"))
    case 30001:
      return customer("member", say("discord.too_many_servers"))
    case 30005:
    case 30019:
      // Who is in the server already takes no place in it.
      return admin(reachOf(call), say("discord.server_full"))
    case 30016:
      return admin(REACH[call], say("discord.too_many_invitations"))
    case 40001:
    case 50014:
      return badBotToken()
    case 40002:
    case 50178:
      return customer("member", say("discord.unverified"))
    case 40007:
      return customer("member", say("discord.banned"))
    case 40333:
      return admin("bot", say("discord.user_agent_blocked"))
    case 40062:
    case 130000:
      return transient(say("discord.overloaded"))
    case 50013:
      return admin(REACH[call], say("discord.forbidden"))
    case 50025:
    case "invalid_grant":
      return customer("member", say("discord.connection_refused"))
    case 50026:
      return customer("member", say("discord.join_not_allowed"))
    case 50035:
      return {
        owner: "bug",
        reach: "member",
        message: say("discord.malformed"),
      }
    case 60003:
      return admin(reachOf(call), say("discord.two_factor"))
    case 340015:
      return {
        ...customer("member", say("discord.join_limit")),
        retry_ms: JOIN_LIMIT_MS,
      }
    case "invalid_client":
      // Says nothing of the bot: who is in a server is served without it.
      return admin("member", say("discord.client_refused"))
    default:
      return null
  }
}

function byStatus(status: number | null): FailureVerdict | null {
  if (status === null || status >= 500) {
    return transient(say("discord.no_answer"))
  }
  if (status === 429) {
    return transient(say("discord.slow_down"))
  }
  return status === 401 ? badBotToken() : null
}

function badBotToken(): FailureVerdict {
  return admin("bot", say("discord.token_refused"))
}

function admin(reach: ErrorReach, message: Message): FailureVerdict {
  return { owner: "admin", reach, message }
}

function customer(reach: ErrorReach, message: Message): FailureVerdict {
  return { owner: "customer", reach, message }
}

function transient(message: Message): FailureVerdict {
  return { owner: "transient", reach: "member", message }
}

function satisfied(message: Message): FailureVerdict {
  return { owner: "satisfied", reach: "role", message }
}
