import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js"
import type { FailureFacts } from "../domain/error-owner"

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

/** Whatever a call threw, as a DiscordFailure. What is not an answer of Discord's counts as no answer. */
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
    return new DiscordFailure(error.status, error.code, null, error.message.split("\n")[0] ?? "")
  }
  if (error instanceof HTTPError) {
    return new DiscordFailure(error.status, null, null, `HTTP ${error.status}`)
  }
  return new DiscordFailure(null, null, null, networkMessage(error))
}

/** The code of a network error says enough; its message may quote what was sent. */
function networkMessage(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code
  }
  return error instanceof Error ? error.name : "Unknown error"
}
