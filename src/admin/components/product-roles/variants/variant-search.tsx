import { Input, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"

interface VariantSearchProps {
  value: string
  found: number
  total: number
  onChange: (search: string) => void
}

/** Finds variants by name, and says how many there are. */
export const VariantSearch = ({ value, found, total, onChange }: VariantSearchProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex items-center gap-x-3">
      <div className="min-w-0 grow">
        <Input
          size="small"
          autoComplete="off"
          aria-label={t("product.variants.search")}
          placeholder={t("product.variants.search")}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            // Else Enter would save.
            if (event.key === "Enter") {
              event.preventDefault()
            }
          }}
        />
      </div>
      <Text
        role="status"
        size="small"
        leading="compact"
        className="text-ui-fg-subtle shrink-0 whitespace-nowrap"
      >
        {found === total
          ? t("product.variants.all", { count: total })
          : t("product.variants.found", { found, total })}
      </Text>
    </div>
  )
}
