import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { refused } from "../refused"

/** Why a claim link does not work, or an order can have none. */
export const CLAIM_REFUSALS = [
  "tampered",
  "unknown",
  "expired",
  "used",
  "taken",
  "registered",
  "handed_over",
  "customer_deleted",
  "nobody",
  "gives_nothing",
] as const
export type ClaimRefusal = (typeof CLAIM_REFUSALS)[number]

/** What decides whether an order may be claimed by a link. */
export interface ClaimableFacts {
  /** Whose the order is now; null = nobody's. */
  customer_id: string | null
  /** That customer; null when they were deleted. */
  customer: { has_account: boolean } | null
  /** Whom the link was made for; left out while making one. */
  claim_customer_id?: string
  /** Whether the order gives something now. */
  entitled: boolean
}

/**
 * Why an order cannot be claimed by a link; null when it can. Only guests' orders can: a registered customer proves who they
 * are by signing in, and nobody becomes them by a link or by an e-mail address that they typed.
 */
export function claimRefusal(facts: ClaimableFacts): ClaimRefusal | null {
  if (facts.customer_id === null) {
    return "nobody"
  }
  if (facts.customer === null) {
    return "customer_deleted"
  }
  if (facts.customer.has_account) {
    return "registered"
  }
  if (facts.claim_customer_id !== undefined && facts.claim_customer_id !== facts.customer_id) {
    return "handed_over"
  }
  return facts.entitled ? null : "gives_nothing"
}

const { INVALID_DATA, NOT_FOUND, CONFLICT, NOT_ALLOWED } = MedusaError.Types

/** The error to throw for it: its code is what a storefront reads. */
export function claimRefused(refusal: ClaimRefusal): MedusaError {
  return refused(typeOf(refusal), say(`claim.${refusal}`), claimCode(refusal))
}

/** What a storefront reads of it. */
export function claimCode<Refusal extends ClaimRefusal>(refusal: Refusal): `claim_${Refusal}` {
  return `claim_${refusal}`
}

function typeOf(refusal: ClaimRefusal): typeof INVALID_DATA {
  switch (refusal) {
    case "tampered":
      return INVALID_DATA
    case "unknown":
      return NOT_FOUND
    case "used":
    case "taken":
      return CONFLICT
    default:
      return NOT_ALLOWED
  }
}
