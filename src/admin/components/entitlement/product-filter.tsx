import { useComboboxData } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { sdk } from "../../lib/sdk"
import { FilterPicker, type FilterPickerProps } from "./filter-picker"

/** Finds products by their names or their variants'. */
export const ProductFilter = (props: Pick<FilterPickerProps, "chosen" | "onChange">) => {
  const { t } = useTranslation(NAMESPACE)
  const found = useComboboxData({
    queryKey: ["discord_product_filter"],
    queryFn: (params: { id?: string; q?: string; offset?: number; limit?: number }) =>
      sdk.admin.product.list({ ...params, fields: "id,title" }),
    getOptions: (page) => page.products.map(({ id, title }) => ({ value: id, label: title })),
    pageSize: 20,
  })
  return <FilterPicker label={t("product.copy.productPlaceholder")} found={found} {...props} />
}
