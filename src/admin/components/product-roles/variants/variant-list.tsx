import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole, AdminDiscordServer } from "../../../../types/http/server"
import { NAMESPACE } from "../../../i18n/namespace"
import { chosenRoles, keptRoles, type RoleSelection } from "../../../lib/role/role-selection"
import type { VariantFacts } from "../../../lib/role/variant-facts"
import { matchingVariants, needsSearch } from "../../../lib/role/variant-search"
import { VariantRolesField } from "../variant-roles-field"
import { VariantSearch } from "./variant-search"

interface VariantListProps {
  variants: readonly VariantFacts[]
  search: string
  onSearch: (search: string) => void
  selection: RoleSelection
  server: AdminDiscordServer
  /** Of that server, undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
  known: ReadonlyMap<string, AdminDiscordRole>
  onChange: (change: (selection: RoleSelection) => RoleSelection) => void
  onCopyToAll: (variantId: string, pressed: HTMLElement) => void
}

/** The product's variants, each with the roles it gives; where there are many, with a search. */
export const VariantList = (props: VariantListProps) => {
  const { variants, search, onSearch, selection, onCopyToAll, ...field } = props
  const { t } = useTranslation(NAMESPACE)
  const found = matchingVariants(variants, search)
  return (
    <>
      {needsSearch(variants) && (
        <VariantSearch
          value={search}
          found={found.length}
          total={variants.length}
          onChange={onSearch}
        />
      )}
      {found.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("product.variants.noMatch", { search: search.trim() })}
        </Text>
      )}
      {found.map((variant) => (
        <VariantRolesField
          key={variant.id}
          {...field}
          variant={variant}
          chosen={chosenRoles(selection, variant.id)}
          kept={keptRoles(selection, variant.id)}
          onCopyToAll={variants.length > 1 ? onCopyToAll : null}
        />
      ))}
    </>
  )
}
