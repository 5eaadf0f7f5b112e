import { Combobox } from "@medusajs/dashboard/components"
import { useComboboxData } from "@medusajs/dashboard/hooks"
import { Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"
import { sdk } from "../../../lib/sdk"

interface ProductPickerProps {
  value: string | undefined
  /** The product that is edited: not one to copy from. */
  excluded: string
  onChange: (productId: string | undefined) => void
}

/** Finds another product by its name or its variants'. */
export const ProductPicker = ({ value, excluded, onChange }: ProductPickerProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const products = useComboboxData({
    queryKey: ["discord_product_picker"],
    queryFn: (params: { id?: string; q?: string; offset?: number; limit?: number }) =>
      sdk.admin.product.list({ ...params, fields: "id,title" }),
    getOptions: (page) =>
      page.products
        .filter((product) => product.id !== excluded)
        .map((product) => ({ value: product.id, label: product.title })),
    pageSize: 20,
  })
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
