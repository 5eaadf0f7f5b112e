/** What the demo's server writes into the storefront's page. */
export interface StorefrontConfig {
  medusaUrl: string
  discordUrl: string
  publishableKey: string
  productId: string
  workshopId: string
  regionId: string
}

/** Addresses of the storefront's pages. */
export const PAGES = {
  shop: "/",
  cart: "/cart",
  order: "/order",
  account: "/account",
  mail: "/mail",
  /** Discord sends a browser here that signs in. */
  signIn: "/sign-in/discord",
} as const

/** Where the way to Discord may begin, and ends: the first is where a link in a mail leads back to. */
const CONNECTING = [PAGES.shop, PAGES.account, PAGES.cart, PAGES.order]

/** @param storefront its origin */
export function connectingPages(storefront: string): string[] {
  return CONNECTING.map((page) => `${storefront}${page}`)
}
