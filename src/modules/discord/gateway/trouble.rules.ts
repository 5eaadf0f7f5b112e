import { GatewayCloseCodes } from "discord.js"
import { say, type Message } from "../../../messages"

/** Why there is no connection. */
export type Trouble =
  /** The application may not hear of members. */
  | "members_refused"
  | "token_refused"
  /** As many sessions were begun as Discord allows in a day. */
  | "too_many_sessions"
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

/**
 * How long to wait before the next try. Each one is a call, and may be one of the sessions that Discord counts.
 *
 * @param tries failures in a row, this one included
 */
export function waitAfter(trouble: Trouble, tries: number): number {
  switch (trouble) {
    case "members_refused":
      // Once more without them, at once.
      return tries > 1 ? FIRST_MS * tries : 0
    case "token_refused":
    case "too_many_sessions":
      return MOST_MS
    case "unreachable":
      return Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 10))
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
  }
}
