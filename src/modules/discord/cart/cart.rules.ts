import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { refused } from "../refused"

/** Why Discord cannot be connected with a cart. */
export const CART_REFUSALS = [
  "unknown",
  "completed",
  "registered",
  "without_email",
  "taken",
] as const
export type CartRefusal = (typeof CART_REFUSALS)[number]

/** What decides who may connect Discord with a cart. */
export interface CartFacts {
  customer: { id: string; has_account: boolean } | null
  email: string | null
  is_completed: boolean
}

/** Whose the consent is to be: a customer's, or the cart's alone. */
export type CartConsentOf = { customer_id: string } | "cart"

/**
 * Who may connect Discord with a cart, and for whom. Whoever knows a guest's cart may complete it, so they may say whose it is
 * in Discord, too; an e-mail address that was typed into it proves nothing. A registered customer's cart is theirs alone.
 *
 * @param cart null = there is none
 * @param customerId who is signed in; null = nobody
 */
export function consentOfCart(
  cart: CartFacts | null,
  customerId: string | null,
): CartConsentOf | CartRefusal {
  if (cart === null) {
    return "unknown"
  }
  if (cart.customer?.has_account) {
    if (cart.customer.id !== customerId) {
      return "registered"
    }
    return { customer_id: cart.customer.id }
  }
  if (cart.is_completed) {
    return "completed"
  }
  return cart.customer === null || cart.email === null ? "without_email" : "cart"
}

/**
 * Why a consent that came back for a guest's cart is not kept; null when it is. The cart may have been completed meanwhile:
 * then it is for its order.
 */
export function returnRefusal(cart: CartFacts | null): CartRefusal | null {
  const consentOf = consentOfCart(cart && { ...cart, is_completed: false }, null)
  return typeof consentOf === "string" && consentOf !== "cart" ? consentOf : null
}

/** The error to throw for it: its code is what a storefront reads, `cart_<refusal>`. */
export function cartRefused(refusal: CartRefusal): MedusaError {
  return refused(typeOf(refusal), say(`cart.${refusal}`), `cart_${refusal}`)
}

function typeOf(refusal: CartRefusal) {
  switch (refusal) {
    case "unknown":
      return MedusaError.Types.NOT_FOUND
    case "taken":
      return MedusaError.Types.CONFLICT
    case "completed":
    case "registered":
    case "without_email":
      return MedusaError.Types.NOT_ALLOWED
  }
}
