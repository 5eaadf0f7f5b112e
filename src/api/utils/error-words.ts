import { MedusaError } from "@medusajs/framework/utils"
import { isDiscordFailure } from "../../modules/discord/discord-api/errors"
import { say, stored, type Message } from "../../messages"
import {
  consentFailure,
  describeReason,
  isConsentReason,
  type ConsentReason,
} from "../../modules/discord/consent/consent-words.rules"
import { refusalOf, retryAfterOf } from "../../modules/discord/refused"
import { ownerOf } from "../../modules/discord/engine/run/error-owner.rules"

/** By its mark, since a workflow passes errors on as plain objects. */
export function isMedusaError(error: unknown): error is MedusaError {
  return typeof error === "object" && error !== null && MedusaError.isMedusaError(error)
}

/** Why a customer's way through Discord ended here: what goes back to the storefront, and nothing else of the error. */
export function reasonOf(error: unknown): ConsentReason {
  if (isDiscordFailure(error)) {
    return consentFailure(error).reason
  }
  return isMedusaError(error) && isConsentReason(error.code) ? error.code : "store_failed"
}

/** What a refusal says that was made for customers, or is for everybody. */
const FOR_CUSTOMERS = /^customer\.|^discord\.wait_seconds$/

/** For a customer in front of one of our own pages: words that were made for them, or the fixed words of a reason. */
export function customerWordsOf(error: unknown): Message {
  const refusal = refusalOf(error)
  return refusal && FOR_CUSTOMERS.test(refusal.code) ? refusal : describeReason(reasonOf(error))
}

/** Words for an admin in front of the browser: the plugin's own, or whose move Discord's refusal is. */
export function adminWordsOf(error: unknown): Message {
  if (isMedusaError(error)) {
    return stored(error.message, refusalOf(error))
  }
  if (isDiscordFailure(error)) {
    return error.code === "invalid_grant"
      ? say("consent.code_refused")
      : ownerOf(error, "token").message
  }
  return say("consent.store_failed")
}

/** The HTTP status of a refusal, as Medusa's error handler has it. */
export function statusOf(error: unknown): number {
  if (!isMedusaError(error)) {
    return 500
  }
  if (retryAfterOf(error) !== null) {
    return 503
  }
  switch (error.type) {
    case MedusaError.Types.UNEXPECTED_STATE:
      return 500
    case MedusaError.Types.UNAUTHORIZED:
      return 401
    case MedusaError.Types.NOT_FOUND:
      return 404
    case MedusaError.Types.CONFLICT:
      return 409
    default:
      return 400
  }
}
