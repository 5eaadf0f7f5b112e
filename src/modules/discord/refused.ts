import { MedusaError } from "@medusajs/framework/utils"
import { detailed, render, say, type Message, type MessageDetail } from "../../messages"
import { ownerOf, type CallKind, type FailureFacts } from "./engine/run/error-owner.rules"

type MedusaErrorType = (typeof MedusaError.Types)[keyof typeof MedusaError.Types]

/** A request that is not carried out, and what to do about it in words that every language has. */
class Refused extends MedusaError {
  readonly message_detail: MessageDetail
  /** Seconds after which it is worth another try; null when time alone mends nothing. */
  retry_after: number | null = null

  constructor(type: MedusaErrorType, message: Message, code: string) {
    super(type, render(message), code)
    this.message_detail = detailed(message)
  }
}

/**
 * The error to throw for a request that is not carried out.
 *
 * @param type of `MedusaError.Types`: it decides the HTTP status
 * @param code what the answer calls it, where that is a name of its own; else the message's code
 */
export function refused(
  type: MedusaErrorType,
  message: Message,
  code: string = message.code,
): MedusaError {
  return new Refused(type, message, code)
}

/** For a 429 of Discord's that names no time. */
const BLIND_WAIT_MS = 10_000

/**
 * The error to throw for a request that Discord did not carry out: whose move it is, in words. What an admin or a customer
 * has to mend is their refusal; a limit of Discord's says when to try again.
 */
export function refusedByDiscord(failure: FailureFacts, call: CallKind): MedusaError {
  if (failure.status === 429) {
    const seconds = Math.ceil((failure.retry_after_ms ?? BLIND_WAIT_MS) / 1000)
    const message = say("discord.wait_seconds", { seconds })
    const error = new Refused(MedusaError.Types.UNEXPECTED_STATE, message, message.code)
    error.retry_after = seconds
    return error
  }
  const { owner, reach, message } = ownerOf(failure, call)
  const isTheirs = reach !== "bot" && (owner === "admin" || owner === "customer")
  const { NOT_ALLOWED, UNEXPECTED_STATE } = MedusaError.Types
  return refused(isTheirs ? NOT_ALLOWED : UNEXPECTED_STATE, message)
}

/** Seconds after which a refused request is worth another try; null when that is not said. */
export function retryAfterOf(error: unknown): number | null {
  return typeof error === "object" && error !== null && "retry_after" in error
    ? (error.retry_after as number | null)
    : null
}

/** What an error of `refused` says, and what it is made of; null for any other error. Workflows pass errors on as plain objects. */
export function refusalOf(error: unknown): MessageDetail | null {
  return typeof error === "object" && error !== null && "message_detail" in error
    ? (error.message_detail as MessageDetail)
    : null
}
