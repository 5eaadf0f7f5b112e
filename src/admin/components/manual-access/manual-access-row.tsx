import { PencilSquare, XCircle } from "@medusajs/icons"
import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordRole, AdminDiscordEntitlementAccess } from "../../../types/http"
import type { EntitlementState } from "../../../types/http/words"
import { useEndReason } from "../../hooks/use-end-reason"
import { NAMESPACE } from "../../i18n/namespace"
import { isOver } from "../../lib/access/access"
import { Actor } from "../access/actor"
import { StandingBadge } from "../access/standing-badge"
import { SuspensionNote } from "../access/suspension-note"
import { useSuspension } from "../access/use-suspension"
import { VariantLink } from "../access/variant-link"
import { SectionMenu } from "../section-menu"
import { ChangeAccessDrawer } from "./change-access-drawer"
import { useEnd } from "./use-end"

function stateOf(entitlement: AdminDiscordEntitlementAccess): EntitlementState {
  if (isOver(entitlement)) {
    return "ended"
  }
  if (entitlement.suspended_at !== null) {
    return "suspended"
  }
  return entitlement.active ? "active" : "upcoming"
}

interface ManualAccessRowProps {
  entitlement: AdminDiscordEntitlementAccess
  roles: readonly AdminCustomerDiscordRole[]
}

export const ManualAccessRow = ({ entitlement, roles }: ManualAccessRowProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const endReason = useEndReason()
  const [changing, setChanging] = useState(false)
  const { end, isPending } = useEnd(entitlement, () => roles)
  const suspension = useSuspension(entitlement)
  const { actor_id, ends_at, note, starts_at, variant } = entitlement
  const over = isOver(entitlement)
  const day = (date: string) => getFullDate({ date, includeTime: true }).trim()
  const change = !over && {
    label: t("customer.manual.change.action"),
    icon: <PencilSquare />,
    onClick: () => setChanging(true),
  }
  const finish = !over && {
    label: t("customer.manual.end.action"),
    icon: <XCircle />,
    onClick: end,
    disabled: isPending,
  }
  return (
    <div className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          <VariantLink variant={variant} />
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
          {t("access.from", { date: day(starts_at) })}
          {" · "}
          {ends_at === null
            ? t("customer.manual.noEnd")
            : over
              ? t("access.ended", { date: day(ends_at), reason: endReason(entitlement) })
              : t("access.until", { date: day(ends_at) })}
        </Text>
        {actor_id && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            <Actor id={actor_id} />
          </Text>
        )}
        {note && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {t("customer.why.note", { note })}
          </Text>
        )}
        <SuspensionNote access={entitlement} />
      </div>
      <div className="flex shrink-0 items-center gap-x-2">
        <StandingBadge state={stateOf(entitlement)} />
        <SectionMenu
          label={t("customer.manual.menu", { variant: variant.title ?? variant.id })}
          groups={[change ? [change] : [], suspension.actions, finish ? [finish] : []]}
        />
      </div>
      <ChangeAccessDrawer entitlement={entitlement} open={changing} onOpenChange={setChanging} />
      {suspension.drawer}
    </div>
  )
}
