import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordNamedEntitlement } from "../../../types/http"
import { ENTITLEMENT_SOURCES } from "../../../types/http/words"
import type { EntitlementFilter } from "../../hooks/api/entitlements"
import { useProductNames, useVariantNames } from "../../hooks/api/product-names"
import { NAMESPACE } from "../../i18n/namespace"
import { dayAhead } from "../../lib/entitlement/whole-days"
import { ProductFilter } from "./product-filter"
import { VariantFilter } from "./variant-filter"

const helper = createDataTableFilterHelper<AdminDiscordNamedEntitlement>()

/** Days ahead in which access ends. */
const SOON = [7, 30] as const

/** By what it is to, what gave it, and when it ends. */
export function useEntitlementFilters({ product_id, variant_id }: EntitlementFilter) {
  const { t } = useTranslation(NAMESPACE)
  const products = useProductNames(product_id)
  const variants = useVariantNames(variant_id)
  const [dates] = useDataTableDateFilters()
  return [
    helper.custom({
      id: "product_id",
      type: "custom",
      label: t("entitlements.filter.product"),
      // The chip of an id says the name of what is meant.
      options: products,
      render: ({ value, onChange }) => <ProductFilter chosen={idsIn(value)} onChange={onChange} />,
    }),
    helper.custom({
      id: "variant_id",
      type: "custom",
      label: t("entitlements.filter.variant"),
      options: variants,
      render: ({ value, onChange }) => <VariantFilter chosen={idsIn(value)} onChange={onChange} />,
    }),
    helper.custom({
      id: "source",
      type: "multiselect",
      searchable: false,
      label: t("entitlements.columns.source"),
      options: ENTITLEMENT_SOURCES.map((value) => ({
        value,
        label: t(`entitlements.source.${value}`),
      })),
    }),
    helper.custom({
      ...dates,
      id: "ends_at",
      type: "date",
      label: t("entitlements.filter.ends"),
      options: SOON.map((days) => ({
        value: { $gte: dayAhead(0), $lte: dayAhead(days) },
        label: t("entitlements.filter.soon", { count: days }),
      })),
    }),
  ]
}

/** An address can be typed by hand. */
function idsIn(value: unknown): string[] {
  return [value].flat().filter((id) => typeof id === "string")
}
