import type { StoreSubscription } from "../store/src/types"

/** What a customer may do with something that the shop sells. */
export type Offer = "buy" | "owned" | "coming" | "upgrade" | "downgrade" | "none"

/** @param ranked ids of the plans, the cheapest first */
export function planOffer(
  variantId: string,
  ranked: readonly string[],
  plan: StoreSubscription | null,
): Offer {
  if (plan === null) return "buy"
  if (plan.variant_id === variantId) return "owned"
  if (plan.next_variant_id === variantId) return "coming"
  // What was canceled or is not paid is put right first.
  if (plan.status !== "active") return "none"
  return ranked.indexOf(variantId) > ranked.indexOf(plan.variant_id) ? "upgrade" : "downgrade"
}
