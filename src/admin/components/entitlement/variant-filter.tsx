import { useTranslation } from "react-i18next"
import { useVariantSearch } from "../../hooks/search/use-variant-search"
import { NAMESPACE } from "../../i18n/namespace"
import { FilterPicker, type FilterPickerProps } from "./filter-picker"

export const VariantFilter = (props: Pick<FilterPickerProps, "chosen" | "onChange">) => {
  const { t } = useTranslation(NAMESPACE)
  const label = t("customer.manual.form.variantPlaceholder")
  return <FilterPicker label={label} found={useVariantSearch()} {...props} />
}
