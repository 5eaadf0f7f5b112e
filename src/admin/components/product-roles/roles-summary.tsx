import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SavedVariants } from "../../lib/role/role-selection"
import { NAMESPACE } from "../../i18n/namespace"
import type { VariantFacts } from "../../lib/role/variant-facts"
import { accessTo } from "../../lib/entitlement/access-link"
import { TextLink } from "../text-link"
import { AccessToVariant } from "../entitlement/access-to-variant"
import { RoleTag } from "./role-tag"

interface RolesSummaryProps {
  productId: string
  variants: readonly VariantFacts[]
  saved: SavedVariants
  /** Whether who has not connected Discord cannot buy it. */
  onlyConnected: boolean
  /** Whether the shop has several servers: then a role's name alone does not tell which one it is. */
  showServer: boolean
}

/** What each variant gives, and what only its earlier buyers have; those that give nothing are only counted. */
export const RolesSummary = ({
  productId,
  variants,
  saved,
  onlyConnected,
  showServer,
}: RolesSummaryProps) => {
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
            <dt className="txt-compact-small-plus text-ui-fg-subtle flex items-start justify-between gap-x-2">
              <span className="min-w-0 break-words">{title}</span>
              {variants.length > 1 && <AccessToVariant id={id} title={title} />}
            </dt>
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
        <Text size="small" leading="compact" className="text-ui-fg-subtle px-6 py-4">
          {t("product.withoutRoles", { count: others })}
        </Text>
      )}
      {onlyConnected && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle px-6 py-4">
          {t("product.connection.label")}
        </Text>
      )}
      <Text size="small" leading="compact" className="px-6 py-4">
        <TextLink to={accessTo("product_id", productId)}>{t("product.whoHasAccess")}</TextLink>
      </Text>
    </>
  )
}
