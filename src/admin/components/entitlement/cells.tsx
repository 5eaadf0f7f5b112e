import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordNamedEntitlement } from "../../../types/http"
import { useEndReason } from "../../hooks/use-end-reason"
import { NAMESPACE } from "../../i18n/namespace"
import { StandingBadge } from "../access/standing-badge"
import { SourceLink } from "../customer-discord/source-link"
import { TextLink } from "../text-link"

interface CellProps {
  entitlement: AdminDiscordNamedEntitlement
}

/** By name, else by e-mail address; what tells them from others of the name stands below. */
export const Whose = ({ entitlement: { customer } }: CellProps) => {
  const { t } = useTranslation(NAMESPACE)
  if (customer === null) {
    return <span className="text-ui-fg-subtle">{t("entitlements.customerGone")}</span>
  }
  const { id, name, email, has_account } = customer
  return (
    <Lines>
      <TextLink to={`/customers/${id}`}>{name ?? email ?? id}</TextLink>
      {name !== null && email !== null && <Below>{email}</Below>}
      {!has_account && <Below>{t("entitlements.guest")}</Below>}
    </Lines>
  )
}

/** What gave it: an order, a subscription, or a person and why. */
export const GivenBy = ({ entitlement }: CellProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { actor, note, order } = entitlement
  return (
    <Lines>
      <SourceLink reason={{ ...entitlement, display_id: order?.display_id ?? null }} />
      {actor && <Below>{t("customer.source.by", { name: actor.name })}</Below>}
      {note && <Below>{t("customer.why.note", { note })}</Below>}
    </Lines>
  )
}

/** How it stands, and why it gives nothing. */
export const Standing = ({ entitlement }: CellProps) => {
  const { t } = useTranslation(NAMESPACE)
  const endReason = useEndReason()
  const { state, suspended_note, suspended_reason } = entitlement
  return (
    <Lines>
      <StandingBadge state={state} />
      {state === "ended" && <Below>{endReason(entitlement)}</Below>}
      {state === "suspended" && (
        <Below>{t(`access.suspension.reason.${suspended_reason ?? "other"}`)}</Below>
      )}
      {state === "suspended" && suspended_note && (
        <Below>{t("customer.why.note", { note: suspended_note })}</Below>
      )}
    </Lines>
  )
}

/** A moment in the admin's own words; null = none will come. */
export const Day = ({ at }: { at: string | null }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  return (
    <span className="whitespace-normal">
      {at === null
        ? t("customer.manual.noEnd")
        : getFullDate({ date: at, includeTime: true }).trim()}
    </span>
  )
}

const Lines = ({ children }: { children: ReactNode }) => (
  <div className="flex min-w-0 flex-col gap-y-0.5 whitespace-normal break-words py-2">
    {children}
  </div>
)

const Below = ({ children }: { children: ReactNode }) => (
  <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
    {children}
  </Text>
)
