/** What a person reads who opens a claim link that does not work. */
export const CLAIM_WORDS = {
  tampered:
    "This link is not one of the store's, or was cut short. Open it again as it stands in the store's message, or ask the store for a new one.",
  unknown: "The store does not know this link any more. Please ask the store for a new one.",
  expired:
    "This link has expired, or a newer one took its place. Open the newest message from the store, or ask the store for a new link.",
  used: "This link has been used already. If that was not you, or you want to connect again, ask the store for a new link.",
  taken:
    "Orders with this e-mail address are connected to another Discord account already. Sign in to Discord with that account, or ask the store to disconnect it.",
  registered:
    "This order belongs to a customer account of the store. Sign in there and connect Discord: the link is for orders without an account.",
  handed_over:
    "This order belongs to somebody else by now. Please ask the store for a new link if it is yours.",
  customer_deleted: "The customer of this order was deleted, so it gives no Discord roles.",
  nobody: "This order belongs to no customer, so it gives no Discord roles to anyone.",
  gives_nothing:
    "This order gives no Discord roles: it is not paid yet, was cancelled or returned, or holds nothing that comes with roles.",
} as const

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

export type ClaimRefusal = keyof typeof CLAIM_WORDS

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
