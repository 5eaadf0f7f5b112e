import { MedusaError } from "@medusajs/framework/utils"
import { detailed, render, type Message, type MessageDetail } from "../../messages"

type MedusaErrorType = (typeof MedusaError.Types)[keyof typeof MedusaError.Types]

/** A request that is not carried out, and what to do about it in words that every language has. */
class Refused extends MedusaError {
  readonly message_detail: MessageDetail

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

/** What an error of `refused` says, and what it is made of; null for any other error. Workflows pass errors on as plain objects. */
export function refusalOf(error: unknown): MessageDetail | null {
  return typeof error === "object" && error !== null && "message_detail" in error
    ? (error.message_detail as MessageDetail)
    : null
}
