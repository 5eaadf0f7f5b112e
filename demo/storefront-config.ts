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
} as const
