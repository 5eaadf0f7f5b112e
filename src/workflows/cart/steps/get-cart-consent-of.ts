import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cartRefused, consentOfCart } from "../../../modules/discord/cart/cart.rules"
import { readCart } from "../utils/read-cart"

/** A cart with which somebody wants to connect Discord. */
export interface CheckCartInput {
  cart_id: string
  /** Who is signed in; null = nobody. */
  customer_id: string | null
}

/**
 * Decides for whom a cart's consent is: the customer whose cart it is, or the cart alone.
 *
 * @returns customer_id null = the cart's
 * @throws MedusaError in words when Discord cannot be connected with it
 */
export const getCartConsentOfStep = createStep(
  "discord-get-cart-consent-of",
  async ({ cart_id, customer_id }: CheckCartInput, { container }) => {
    const consentOf = consentOfCart(await readCart(container, cart_id), customer_id)
    if (consentOf === "cart") {
      return new StepResponse({ customer_id: null as string | null })
    }
    if (typeof consentOf === "string") {
      throw cartRefused(consentOf)
    }
    return new StepResponse({ customer_id: consentOf.customer_id })
  },
)
