import { Combobox } from "@medusajs/dashboard/components"
import { Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useProductSearch } from "../../../hooks/search/use-product-search"
import { NAMESPACE } from "../../../i18n/namespace"

interface ProductPickerProps {
  value: string | undefined
  /** The product that is edited: not one to copy from. */
  excluded: string
  onChange: (productId: string | undefined) => void
}

export const ProductPicker = ({ value, excluded, onChange }: ProductPickerProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const products = useProductSearch(excluded)
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("product.copy.product")}
      </Label>
      <Combobox
        id={id}
        value={value ?? ""}
        onChange={(productId) => onChange(productId || undefined)}
        options={products.options}
        searchValue={products.searchValue}
        onSearchValueChange={products.onSearchValueChange}
        fetchNextPage={() => void products.fetchNextPage()}
        isFetchingNextPage={products.isFetchingNextPage}
        placeholder={t("product.copy.productPlaceholder")}
      />
    </div>
  )
}
