import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRoleReason } from "../../../types/http"
import { isOver } from "../../lib/access/access"
import { useEndReason } from "../../hooks/use-end-reason"
import { NAMESPACE } from "../../i18n/namespace"
import { accessOf } from "../../lib/access/suspension"
import { SuspensionNote } from "../access/suspension-note"
import { useSuspension } from "../access/use-suspension"
import { VariantLink } from "../access/variant-link"
import { Actor } from "../access/actor"
import { SectionMenu } from "../section-menu"
import { ChainStep } from "./chain-step"
import { SourceLink } from "./source-link"

interface ReasonStepsProps {
  reason: AdminDiscordRoleReason
  roleName: string
}

/** Order, subscription or person -> variant -> mapping. */
export const ReasonSteps = ({ reason, roleName }: ReasonStepsProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const endReason = useEndReason()
  const access = accessOf(reason)
  const { actions, drawer } = useSuspension(access)
  const { access_days, ends_at, source, starts_at, variant } = reason
  const day = (date: string) => getFullDate({ date, includeTime: true }).trim()
  return (
    <>
      <ChainStep>
        <div className="flex items-start justify-between gap-x-2">
          <Text size="small" weight="plus">
            <SourceLink reason={reason} />
          </Text>
          {/* What a person gave has a row and a menu of its own. */}
          {source !== "manual" && (
            <SectionMenu
              label={t("customer.manual.menu", { variant: variant.title ?? variant.id })}
              groups={[actions]}
            />
          )}
        </div>
        <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
          {t("access.from", { date: day(starts_at) })}
          {source === "manual" && reason.actor_id && (
            <>
              {" · "}
              <Actor id={reason.actor_id} />
            </>
          )}
        </Text>
        {reason.note && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {t("customer.why.note", { note: reason.note })}
          </Text>
        )}
        {ends_at && (
          <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
            {isOver(reason)
              ? t("access.ended", { date: day(ends_at), reason: endReason(reason) })
              : t("access.until", { date: day(ends_at) })}
          </Text>
        )}
        <SuspensionNote access={access} />
        {drawer}
      </ChainStep>
      <ChainStep>
        <Text size="small">
          <VariantLink variant={variant} />
        </Text>
      </ChainStep>
      <ChainStep>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {access_days === null
            ? t("customer.why.mapping", { role: roleName })
            : t("customer.why.mappingDays", { role: roleName, count: access_days })}
        </Text>
      </ChainStep>
    </>
  )
}
