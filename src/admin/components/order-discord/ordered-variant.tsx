import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordEntitlementAccess, AdminDiscordMembership } from "../../../types/http"
import { useEndReason } from "../../hooks/use-end-reason"
import { NAMESPACE } from "../../i18n/namespace"
import { isOver, saysTheSame } from "../../lib/access/access"
import { RoleLine } from "../access/role-line"
import { SuspensionNote } from "../access/suspension-note"
import { useSuspension } from "../access/use-suspension"
import { VariantLink } from "../access/variant-link"
import { SectionMenu } from "../section-menu"

interface OrderedVariantProps {
  entitlement: AdminDiscordEntitlementAccess
  linked: boolean
  /** The members of whom it is said above why nothing goes on. */
  stopped: readonly AdminDiscordMembership[]
}

/** One variant of the order: its roles, and until when they are its buyer's. */
export const OrderedVariant = ({ entitlement, linked, stopped }: OrderedVariantProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const endReason = useEndReason()
  const { actions, drawer } = useSuspension(entitlement)
  const { ends_at, roles, variant } = entitlement
  const date = ends_at && getFullDate({ date: ends_at, includeTime: true }).trim()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-start justify-between gap-x-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Text size="small" leading="compact" weight="plus">
            <VariantLink variant={variant} />
          </Text>
          {date && (
            <Text size="xsmall" className="text-ui-fg-subtle">
              {isOver(entitlement)
                ? t("access.ended", { date, reason: endReason(entitlement) })
                : t("access.until", { date })}
            </Text>
          )}
          <SuspensionNote access={entitlement} />
        </div>
        <SectionMenu
          label={t("customer.manual.menu", { variant: variant.title ?? variant.id })}
          groups={[actions]}
        />
      </div>
      <ul className="flex flex-col gap-y-2">
        {roles.map((role) => (
          <li key={role.mapping_id}>
            {/* Why nobody holds anything yet is said above, once. */}
            <RoleLine role={role} hideReason={!linked || saysTheSame(role, stopped)} />
          </li>
        ))}
      </ul>
      {drawer}
    </div>
  )
}
