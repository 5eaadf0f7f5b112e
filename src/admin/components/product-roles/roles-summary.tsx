import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SavedVariants } from "../../lib/role/role-selection"
import { NAMESPACE } from "../../i18n/namespace"
import type { VariantFacts } from "../../lib/role/variant-facts"
import { RoleTag } from "./role-tag"

interface RolesSummaryProps {
  variants: readonly VariantFacts[]
  saved: SavedVariants
  /** Whether the shop has several servers: then a role's name alone does not tell which one it is. */
  showServer: boolean
}

/** What each variant gives, and what only its earlier buyers have; those that give nothing are only counted. */
export const RolesSummary = ({ variants, saved, showServer }: RolesSummaryProps) => {
  const { t } = useTranslation(NAMESPACE)
  const rolesOf = new Map(saved.map(({ variant_id, roles, kept }) => [variant_id, { roles, kept }]))
  const giving = variants.flatMap(({ id, title }) => {
    const { roles = [], kept = [] } = rolesOf.get(id) ?? {}
    const all = [...roles, ...kept]
    return all.length > 0 ? [{ id, title, roles: all }] : []
  })
  const servers = new Set(giving.flatMap(({ roles }) => roles.map((role) => role.server_id)))
  const others = variants.length - giving.length

  if (giving.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-4">
        {t("product.empty")}
      </Text>
    )
  }
  return (
    <>
      <dl className="divide-y">
        {giving.map(({ id, title, roles }) => (
          <div key={id} className="flex flex-col gap-y-2 px-6 py-4">
            <dt className="txt-compact-small-plus text-ui-fg-subtle break-words">{title}</dt>
            <dd className="flex min-w-0 flex-wrap gap-1">
              {roles.map((role) => (
                <RoleTag
                  key={`${role.role_id} ${role.offered_from}`}
                  role={role}
                  showServer={showServer || servers.size > 1}
                />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {others > 0 && (
        <Text size="small" leading="compact" className="text-ui-fg-muted px-6 py-4">
          {t("product.withoutRoles", { count: others })}
        </Text>
      )}
    </>
  )
}
