import { useComboboxData } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { variantLabel } from "../../lib/role/variant-label"
import { sdk } from "../../lib/sdk"
import { FilterPicker, type FilterPickerProps } from "./filter-picker"

/** Finds variants by their names, their products' or their SKUs. */
export const VariantFilter = (props: Pick<FilterPickerProps, "chosen" | "onChange">) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const found = useComboboxData({
    queryKey: ["discord_variant_picker"],
    queryFn: (params: { id?: string; q?: string; offset?: number; limit?: number }) =>
      sdk.admin.productVariant.list(params),
    getOptions: (page) =>
      page.variants.map((variant) => ({
        value: variant.id,
        label: variantLabel(variant, i18n.language),
      })),
    pageSize: 20,
  })
  return (
    <FilterPicker label={t("customer.manual.form.variantPlaceholder")} found={found} {...props} />
  )
}
