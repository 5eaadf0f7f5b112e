/** What the demo's server writes into the storefront's page. */
export interface StorefrontConfig {
  medusaUrl: string
  discordUrl: string
  publishableKey: string
  productId: string
  regionId: string
}
