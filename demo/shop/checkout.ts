import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"

export interface Purchase {
  regionId: string
  variantId: string
  email: string
  /** Two letters, of a country of the region. */
  countryCode: string
}

/**
 * Buys one variant through the Store API, as the logged-in customer. The storefront and the demo's own order share it.
 *
 * @param tell called with each step, in words
 * @throws Error when the cart could not become an order
 */
export async function placeOrder(
  sdk: Medusa,
  { regionId, variantId, email, countryCode }: Purchase,
  tell: (step: string) => void = () => undefined,
): Promise<HttpTypes.StoreOrder> {
  tell("Filling the cart")
  const { cart } = await sdk.store.cart.create({
    region_id: regionId,
    email,
    items: [{ variant_id: variantId, quantity: 1 }],
    billing_address: { country_code: countryCode },
  })
  tell("Preparing the payment")
  // The manual provider: authorised at once, no card asked for.
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id: "pp_system_default" })
  tell("Placing the order")
  const result = await sdk.store.cart.complete(cart.id)
  if (result.type === "cart") throw new Error(result.error.message)
  return result.order
}
