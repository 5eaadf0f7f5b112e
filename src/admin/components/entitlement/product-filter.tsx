import { useTranslation } from "react-i18next"
import { useProductSearch } from "../../hooks/search/use-product-search"
import { NAMESPACE } from "../../i18n/namespace"
import { FilterPicker, type FilterPickerProps } from "./filter-picker"

export const ProductFilter = (props: Pick<FilterPickerProps, "chosen" | "onChange">) => {
  const { t } = useTranslation(NAMESPACE)
  const label = t("product.copy.productPlaceholder")
  return <FilterPicker label={label} found={useProductSearch()} {...props} />
}
