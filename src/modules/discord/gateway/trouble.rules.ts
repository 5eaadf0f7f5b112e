import { GatewayCloseCodes } from "discord.js"
import { say, type Message } from "../../../messages"

/** Why there is no connection. */
export type Trouble =
  /** The application may not hear of members. */
  | "members_refused"
  | "token_refused"
  /** As many sessions were begun as Discord allows in a day. */
  | "too_many_sessions"
  /** The bot is in more servers than one connection may carry. */
  | "too_many_servers"
  /** Discord does not take what is sent, whoever sends it. */
  | `refused_${number}`
  | "unreachable"

/** @param error what was thrown, or Discord's close code */
export function troubleOf(error: unknown): Trouble {
  if (typeof error === "number") {
    return byCode(error)
  }
  const { message = "", status } = (error ?? {}) as { message?: string; status?: unknown }
  if (/disallowed intents/i.test(message)) {
    return "members_refused"
  }
  if (status === 401 || /authentication failed/i.test(message)) {
    return "token_refused"
  }
  return /not enough sessions/i.test(message) ? "too_many_sessions" : "unreachable"
}

function byCode(code: number): Trouble {
  switch (code) {
    case Number(GatewayCloseCodes.DisallowedIntents):
      return "members_refused"
    case Number(GatewayCloseCodes.AuthenticationFailed):
      return "token_refused"
    case Number(GatewayCloseCodes.ShardingRequired):
      return "too_many_servers"
    case Number(GatewayCloseCodes.InvalidShard):
    case Number(GatewayCloseCodes.InvalidAPIVersion):
    case Number(GatewayCloseCodes.InvalidIntents):
      return `refused_${code}`
    default:
      return "unreachable"
  }
}

/** The library does not come back from these: Discord would refuse it again. */
const FINAL: readonly number[] = [
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export function endsForGood(closeCode: number): boolean {
  return FINAL.includes(closeCode)
}

const MINUTE_MS = 60_000
const FIRST_MS = 1_000
const MOST_MS = 5 * MINUTE_MS
/** A session every five minutes: what is left lasts for a working day. */
const FEW_STARTS = 100
/** A database that hiccups is no reason to wait; one that does so all day uses up what Discord allows. */
const FREE_LOSSES = 20
/** A session that ends sooner was none: each one that begins is a comparison of all members. */
const STEADY_MS = 5 * MINUTE_MS

/** @param lastedMs how long a session was there; below zero when none was */
export function isSteady(lastedMs: number): boolean {
  return lastedMs >= STEADY_MS
}

/**
 * How long to wait before the next try. Each one is a call, and may be one of the sessions that Discord counts.
 *
 * @param cause the trouble, or that the process could not keep what lets it listen
 * @param tries failures in a row, this one included
 * @param startsLeft how many more sessions Discord lets begin today
 * @returns ms
 */
export function waitAfter(
  cause: Trouble | "lease_lost",
  tries: number,
  startsLeft = Infinity,
): number {
  if (startsLeft < FEW_STARTS) {
    return MOST_MS
  }
  switch (cause) {
    case "members_refused":
      // Once more without them, at once.
      return tries > 1 ? FIRST_MS * tries : 0
    case "lease_lost":
      return tries > FREE_LOSSES ? waitAfter("unreachable", tries - FREE_LOSSES) : 0
    case "unreachable":
      return Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 10))
    default:
      return MOST_MS
  }
}

/** What to do about it. */
export function fixOfTrouble(trouble: Trouble): Message {
  switch (trouble) {
    case "members_refused":
      return say("gateway.members_fix")
    case "token_refused":
      return say("gateway.token_fix")
    case "too_many_sessions":
      return say("gateway.too_many_fix")
    case "unreachable":
      return say("gateway.unreachable_fix")
    case "too_many_servers":
      return say("gateway.too_many_servers_fix")
    default:
      return say("gateway.refused_fix")
  }
}

/** What is wrong, in words. */
export function wordsOfTrouble(trouble: Trouble): Message {
  switch (trouble) {
    case "members_refused":
      return say("gateway.members_refused")
    case "token_refused":
      return say("gateway.token_refused")
    case "too_many_sessions":
      return say("gateway.too_many_sessions")
    case "unreachable":
      return say("gateway.unreachable")
    case "too_many_servers":
      return say("gateway.too_many_servers")
    default:
      return say("gateway.refused", { code: trouble.replace("refused_", "") })
  }
}
