import { Combobox } from "@medusajs/dashboard/components"
import { useComboboxData } from "@medusajs/dashboard/hooks"
import { Hint, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { sdk } from "../../lib/sdk"
import { variantLabel } from "../../lib/role/variant-label"

interface VariantPickerProps {
  value: string | undefined
  /** Whether the form was sent without one. */
  isMissing: boolean
  onChange: (variantId: string | undefined) => void
}

/** Finds a variant by its name, its product's or its SKU; product, options and price tell it from its like. */
export const VariantPicker = ({ value, isMissing, onChange }: VariantPickerProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const id = useId()
  const variants = useComboboxData({
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
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("customer.manual.form.variant")}
      </Label>
      <Combobox
        id={id}
        value={value ?? ""}
        onChange={(variantId) => onChange(variantId || undefined)}
        options={variants.options}
        searchValue={variants.searchValue}
        onSearchValueChange={variants.onSearchValueChange}
        fetchNextPage={() => void variants.fetchNextPage()}
        isFetchingNextPage={variants.isFetchingNextPage}
        placeholder={t("customer.manual.form.variantPlaceholder")}
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-hint` : undefined}
      />
      {isMissing && (
        <Hint id={`${id}-hint`} variant="error">
          {t("customer.manual.form.variantMissing")}
        </Hint>
      )}
    </div>
  )
}
