import { useProductVariants } from "@medusajs/dashboard/hooks"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { toVariantFacts } from "../../lib/role/variant-facts"

const EVERY_VARIANT = {
  fields: [
    "id",
    "title",
    "variant_rank",
    "options.value",
    "options.option.title",
    "prices.amount",
    "prices.currency_code",
    "prices.price_rules.attribute",
    "prices.price_rules.value",
  ].join(","),
  order: "variant_rank",
  limit: 1000,
}

/**
 * The product's variants in the order the shop gave them. The product page leaves them out of what it hands to widgets;
 * the dashboard's own hook is refreshed when a variant is edited there.
 */
export function useVariantFacts(productId: string) {
  const { i18n } = useTranslation()
  const query = useProductVariants(productId, EVERY_VARIANT)
  const { variants: records } = query
  const variants = useMemo(
    () => records && toVariantFacts(records, i18n.language),
    [records, i18n.language],
  )
  return { ...query, variants }
}
