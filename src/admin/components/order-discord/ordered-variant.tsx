import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordEntitlementAccess } from "../../../types/http"
import { useEndReason } from "../../hooks/use-end-reason"
import { NAMESPACE } from "../../i18n/namespace"
import { RoleLine } from "../access/role-line"
import { VariantLink } from "../access/variant-link"

interface OrderedVariantProps {
  entitlement: AdminDiscordEntitlementAccess
  linked: boolean
}

/** One variant of the order: its roles, and until when they are its buyer's. */
export const OrderedVariant = ({ entitlement, linked }: OrderedVariantProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const endReason = useEndReason()
  const { active, ends_at, roles, variant } = entitlement
  const date = ends_at && getFullDate({ date: ends_at, includeTime: true }).trim()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          <VariantLink variant={variant} />
        </Text>
        {date && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {active
              ? t("access.until", { date })
              : t("access.ended", { date, reason: endReason(entitlement) })}
          </Text>
        )}
      </div>
      <ul className="flex flex-col gap-y-2">
        {roles.map((role) => (
          <li key={role.mapping_id}>
            {/* Why nobody holds anything yet is said above, once. */}
            <RoleLine role={role} hideReason={!linked} />
          </li>
        ))}
      </ul>
    </div>
  )
}
