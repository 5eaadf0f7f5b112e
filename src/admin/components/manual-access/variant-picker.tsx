import { Combobox } from "@medusajs/dashboard/components"
import { Hint, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useVariantSearch } from "../../hooks/search/use-variant-search"
import { NAMESPACE } from "../../i18n/namespace"

interface VariantPickerProps {
  value: string | undefined
  /** Whether the form was sent without one. */
  isMissing: boolean
  onChange: (variantId: string | undefined) => void
}

export const VariantPicker = ({ value, isMissing, onChange }: VariantPickerProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const variants = useVariantSearch()
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
