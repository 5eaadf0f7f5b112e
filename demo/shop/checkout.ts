import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"

export interface Purchase {
  regionId: string
  variantId: string
  email: string
  /** Two letters, of a country of the region. */
  countryCode: string
}

export type PlacedOrder = Pick<HttpTypes.StoreOrder, "id" | "display_id">

/** Makes an order of a cart that is paid. @throws with the store's words when it is refused */
export type CompleteCart = (sdk: Medusa, cartId: string) => Promise<PlacedOrder>

/** Buys one variant through the Store API. The storefront, the demo's own order and the browser tests share it. */
export async function placeOrder(
  sdk: Medusa,
  { regionId, variantId, email, countryCode }: Purchase,
  complete: CompleteCart = buyOnce,
): Promise<PlacedOrder> {
  const { cart } = await sdk.store.cart.create({
    region_id: regionId,
    email,
    items: [{ variant_id: variantId, quantity: 1 }],
    billing_address: { country_code: countryCode },
  })
  return payFor(sdk, cart, complete)
}

/** By the manual provider: authorised at once, no card asked for. */
export async function payFor(
  sdk: Medusa,
  cart: HttpTypes.StoreCart,
  complete: CompleteCart,
): Promise<PlacedOrder> {
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id: "pp_system_default" })
  return complete(sdk, cart.id)
}

/** Medusa's own way. */
export const buyOnce: CompleteCart = async (sdk, cartId) => {
  const result = await sdk.store.cart.complete(cartId)
  if (result.type === "cart") throw new Error(result.error.message)
  return result.order
}

/** The recipe's way, for plans: the order begins a subscription. For customers who are signed in. */
export const subscribe: CompleteCart = async (sdk, cartId) => {
  const { order } = await sdk.client.fetch<{ order: PlacedOrder }>(
    `/store/carts/${cartId}/subscribe`,
    { method: "POST" },
  )
  return order
}
