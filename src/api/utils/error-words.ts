import { MedusaError } from "@medusajs/framework/utils"
import { isDiscordFailure } from "../../modules/discord/discord-api/errors"
import { CONSENT_WORDS } from "../../modules/discord/domain/consent-words"
import { ownerOf } from "../../modules/discord/domain/error-owner"

/** By its mark, since a workflow passes errors on as plain objects. */
export function isMedusaError(error: unknown): error is MedusaError {
  return typeof error === "object" && error !== null && MedusaError.isMedusaError(error)
}

/** Words for the person in front of the browser: the plugin's own, or whose move Discord's refusal is. */
export function wordsOf(error: unknown): string {
  if (isMedusaError(error)) {
    return error.message
  }
  if (isDiscordFailure(error)) {
    return error.code === "invalid_grant"
      ? CONSENT_WORDS.code_refused()
      : ownerOf(error, "token").message
  }
  return CONSENT_WORDS.store_failed()
}

/** The HTTP status of a refusal, as a page of our own answers it. */
export function statusOf({ type }: MedusaError): number {
  switch (type) {
    case MedusaError.Types.NOT_FOUND:
      return 404
    case MedusaError.Types.CONFLICT:
      return 409
    default:
      return 400
  }
}
