import { ArrowPath, History, User } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderDiscordResponse } from "../../../types/http"
import { useResync } from "../../hooks/use-resync"
import { isStopped, linkToSend } from "../../lib/access/access"
import { NAMESPACE } from "../../i18n/namespace"
import { activityLink } from "../../lib/activity/link"
import { ConnectLink } from "../access/connect-link"
import { StoppedMember } from "../access/stopped-member"
import { SectionMenu } from "../section-menu"
import { ClaimAgain } from "./claim-again"
import { NotConnected } from "./not-connected"
import { OrderedVariant } from "./ordered-variant"
import { Recipient } from "./recipient"

/** What the order gives, to whom, and where each role stands. */
export const OrderAccess = ({ access }: { access: AdminOrderDiscordResponse }) => {
  const { t } = useTranslation(NAMESPACE)
  const { order_id, customer, linked, entitlements } = access
  const { resync, isPending } = useResync(customer?.id ?? "")
  const stopped = linked ? access.memberships.filter(isStopped) : []
  const giving = entitlements.filter(({ roles }) => roles.length > 0)
  const link =
    customer &&
    linkToSend({
      hasAccount: customer.has_account,
      account: access.account,
      isEntitled: giving.some(({ active }) => active),
      memberships: access.memberships,
    })
  const toCustomer = customer && {
    label: t("order.viewCustomer"),
    icon: <User />,
    to: `/customers/${customer.id}`,
  }
  const lookAgain = customer &&
    linked && {
      label: t("access.resync.action"),
      icon: <ArrowPath />,
      onClick: resync,
      disabled: isPending,
    }

  const activity = {
    label: t("activity.title"),
    icon: <History />,
    to: activityLink("order_id", order_id),
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
        <SectionMenu
          label={t("order.menu")}
          groups={[lookAgain ? [lookAgain] : [], toCustomer ? [toCustomer, activity] : [activity]]}
        />
      </div>
      <Recipient access={access} />
      {!linked && customer && link && <NotConnected access={access} customer={customer} />}
      {linked && customer && link === "claim" && (
        <ClaimAgain orderId={order_id} email={customer.email} />
      )}
      {stopped.map((membership) => (
        <StoppedMember key={membership.id} membership={membership} hasLink={link !== null} />
      ))}
      {linked && link === "connect" && access.connect_url && (
        <ConnectLink url={access.connect_url} className="px-6 py-4" />
      )}
      {giving.map((entitlement) => (
        <OrderedVariant
          key={entitlement.id}
          entitlement={entitlement}
          linked={linked}
          stopped={stopped}
        />
      ))}
    </Container>
  )
}
