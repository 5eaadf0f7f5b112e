import { useProductVariants } from "@medusajs/dashboard/hooks"

const EVERY_VARIANT = { fields: "id,title,variant_rank", order: "variant_rank", limit: 1000 }

/**
 * The product's variants in the order the shop gave them. The product page leaves them out of what it hands to widgets;
 * the dashboard's own hook is refreshed when a variant is edited there.
 */
export function useVariantTitles(productId: string) {
  return useProductVariants(productId, EVERY_VARIANT)
}
