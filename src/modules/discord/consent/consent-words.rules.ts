import type { FailureFacts } from "../engine/run/error-owner.rules"
import { CART_REFUSALS, type CartRefusal } from "../cart/cart.rules"
import { CLAIM_REFUSALS, type ClaimRefusal } from "../claim/order-claim.rules"
import { say, type Message } from "../../../messages"

/**
 * How a customer's way through Discord ended: what a storefront reads in `discord_reason`, where each stays as it is, and what
 * our own pages put into words.
 */
const CONSENT_REASONS = [
  "connected",
  "order_connected",
  "cart_connected",
  "permission_missing",
  "declined",
  "link_expired",
  "other_browser",
  "account_taken",
  "code_refused",
  "discord_refused",
  "discord_unavailable",
  "store_failed",
] as const
type OwnReason = (typeof CONSENT_REASONS)[number]
export type ConsentReason = OwnReason | `claim_${ClaimRefusal}` | `cart_${CartRefusal}`

export function isConsentReason(code: unknown): code is ConsentReason {
  return messageOfReason(code) !== null
}

/** What is said to the customer of it. */
export function describeReason(reason: ConsentReason): Message {
  return messageOfReason(reason) ?? say("consent.store_failed")
}

function messageOfReason(code: unknown): Message | null {
  const own = CONSENT_REASONS.find((reason) => reason === code)
  if (own) {
    return say(`consent.${own}`)
  }
  const claim = CLAIM_REFUSALS.find((refusal) => `claim_${refusal}` === code)
  if (claim) {
    return say(`claim.${claim}`)
  }
  const cart = CART_REFUSALS.find((refusal) => `cart_${refusal}` === code)
  return cart ? say(`cart.${cart}`) : null
}

/** What Discord's refusal means to the customer, and to the operator. */
export function consentFailure({ status, code }: Pick<FailureFacts, "status" | "code">): {
  reason: ConsentReason
  message: Message
} {
  if (code === "invalid_grant") {
    return { reason: "code_refused", message: say("consent.failed_code") }
  }
  if (code === "invalid_client") {
    return { reason: "store_failed", message: say("consent.failed_client") }
  }
  if (status === null || status === 429 || status >= 500) {
    return { reason: "discord_unavailable", message: say("consent.failed_answer") }
  }
  return status === 401 || status === 403
    ? { reason: "discord_refused", message: say("consent.failed_token") }
    : { reason: "discord_refused", message: say("consent.failed_refused") }
}
