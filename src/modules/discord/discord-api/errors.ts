import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js"
import { discordWords } from "./discord-words.rules"
import type { FailureFacts } from "../engine/run/error-owner.rules"

/**
 * A call that Discord did not carry out. Holds only what may be logged: the library's own errors carry the request body,
 * and with it access tokens.
 */
export class DiscordFailure extends Error implements FailureFacts {
  override readonly name = "DiscordFailure"

  constructor(
    readonly status: number | null,
    readonly code: number | string | null,
    readonly retry_after_ms: number | null,
    message: string,
    /** Whether a 429 speaks of all calls of the bot, not of one bucket. */
    readonly global = false,
    /** Discord's own words for a refusal, as they may be shown. */
    readonly said: string | null = null,
  ) {
    super(message)
  }
}

/** Also knows one that came out of a workflow: those pass errors on as plain objects. */
export function isDiscordFailure(error: unknown): error is DiscordFailure {
  return (
    typeof error === "object" &&
    error !== null &&
    "name" in error &&
    error.name === "DiscordFailure"
  )
}

/**
 * Whatever the library threw, as a DiscordFailure. What is not an answer of Discord's counts as no answer.
 *
 * @throws the error itself when it is a mistake of the program: no call was sent, and no waiting would help
 */
export function toFailure(error: unknown): DiscordFailure {
  if (error instanceof DiscordFailure) {
    return error
  }
  if (error instanceof RateLimitError) {
    // A 429 without headers names no time: the backoff decides, or it would be asked again at once.
    return new DiscordFailure(
      429,
      null,
      error.retryAfter > 0 ? error.retryAfter : null,
      "Rate limited",
    )
  }
  if (error instanceof DiscordAPIError) {
    const said = discordWords(error.message)
    // The library leaves the code out where the answer had none.
    const code = (error.code as number | string | undefined) ?? null
    return new DiscordFailure(error.status, code, null, said ?? "", false, said)
  }
  if (error instanceof HTTPError) {
    return new DiscordFailure(error.status, null, null, `HTTP ${error.status}`)
  }
  if (isMistake(error)) {
    throw error
  }
  return new DiscordFailure(null, null, null, networkMessage(error))
}

/** Errors that JavaScript itself throws at a mistake. A syntax error is none of them: it is Discord's, in a broken answer. */
const MISTAKES = ["TypeError", "URIError", "RangeError", "ReferenceError", "EvalError"]

/** Not those of the network, which fetch wraps in a TypeError: their cause has a code. Undici has words of its own. */
function isMistake(error: unknown): boolean {
  if (!isErrorLike(error)) {
    return false
  }
  const isOfNetwork = isErrorLike(error.cause) && "code" in error.cause
  const isInvalid = "code" in error && String(error.code).startsWith("UND_ERR_INVALID")
  return isInvalid || (MISTAKES.includes(error.name) && !isOfNetwork)
}

/** An error of another realm is no instance of this one's. */
function isErrorLike(error: unknown): error is Error {
  return typeof error === "object" && error !== null && "name" in error && "message" in error
}

/** The code of a network error says enough; its message may quote what was sent. */
function networkMessage(error: unknown): string {
  if (isErrorLike(error) && "code" in error && typeof error.code === "string") {
    return error.code
  }
  return isErrorLike(error) ? error.name : "Unknown error"
}
