import { useComboboxData } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { variantLabel } from "../../lib/role/variant-label"
import { sdk } from "../../lib/sdk"

/** Finds variants by their names, their products' or their SKUs; product, options and price tell each from its like. */
export function useVariantSearch() {
  const { i18n } = useTranslation(NAMESPACE)
  return useComboboxData({
    queryKey: ["discord_variant_search"],
    queryFn: (params: { id?: string; q?: string; offset?: number; limit?: number }) =>
      sdk.admin.productVariant.list(params),
    getOptions: (page) =>
      page.variants.map((variant) => ({
        value: variant.id,
        label: variantLabel(variant, i18n.language),
      })),
    pageSize: 20,
  })
}
