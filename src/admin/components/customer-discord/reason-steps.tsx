import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRoleReason } from "../../../types/http"
import { useEndReason } from "../../hooks/use-end-reason"
import { NAMESPACE } from "../../i18n/namespace"
import { VariantLink } from "../access/variant-link"
import { Actor } from "./actor"
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
  const { access_days, active, ends_at, source, starts_at } = reason
  const day = (date: string) => getFullDate({ date, includeTime: true }).trim()
  const hasEnded = !active && ends_at !== null && new Date(ends_at) <= new Date()
  return (
    <>
      <ChainStep>
        <Text size="small" weight="plus">
          <SourceLink reason={reason} />
        </Text>
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
            {hasEnded
              ? t("access.ended", { date: day(ends_at), reason: endReason(reason) })
              : t("access.until", { date: day(ends_at) })}
          </Text>
        )}
      </ChainStep>
      <ChainStep>
        <Text size="small">
          <VariantLink variant={reason.variant} />
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
