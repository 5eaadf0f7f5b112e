import { ArrowPath, History, Link as LinkIcon, Trash } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordResponse } from "../../../types/http"
import { useResync } from "../../hooks/use-resync"
import { isStopped, linkToSend, orderToClaim, saysTheSame } from "../../lib/access/access"
import { NAMESPACE } from "../../i18n/namespace"
import { activityLink } from "../../lib/activity/link"
import { ConnectLink } from "../access/connect-link"
import { StoppedMember } from "../access/stopped-member"
import { ClaimAction } from "../order-discord/claim-action"
import { SectionMenu } from "../section-menu"
import { LinkAccountDrawer } from "./link-account-drawer"
import { LinkedAccount } from "./linked-account"
import { NoAccount } from "./no-account"
import { RoleWhy } from "./role-why"
import { useUnlink } from "./use-unlink"

/** More roles than these are folded, so that they can be overlooked at once. */
const MAX_UNFOLDED = 3

interface AccountSectionProps {
  access: AdminCustomerDiscordResponse
  isGuest: boolean
}

/** Who the customer is in Discord, and why they hold each role. */
export const AccountSection = ({ access, isGuest }: AccountSectionProps) => {
  const { t } = useTranslation(NAMESPACE)
  const [linking, setLinking] = useState(false)
  const { account, connect_url, customer_id, entitlements, memberships, roles } = access
  const stopped = account ? memberships.filter(isStopped) : []
  const toSend = linkToSend({
    hasAccount: !isGuest,
    account,
    isEntitled: entitlements.some(({ active, roles: given }) => active && given.length > 0),
    memberships,
  })
  const toClaim = toSend === "claim" ? orderToClaim(entitlements) : null
  const { resync, isPending } = useResync(customer_id)
  const { unlink, isPending: isUnlinking } = useUnlink(access)

  const look = account && {
    label: t("access.resync.action"),
    icon: <ArrowPath />,
    onClick: resync,
    disabled: isPending,
  }
  const activity = {
    label: t("activity.title"),
    icon: <History />,
    to: activityLink("customer_id", customer_id),
  }
  const link = !account && {
    label: t("customer.link.action"),
    icon: <LinkIcon />,
    onClick: () => setLinking(true),
  }
  const end = account && {
    label: t("customer.unlink.action"),
    icon: <Trash />,
    onClick: () => void unlink(),
    disabled: isUnlinking,
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("customer.title")}</Heading>
        <SectionMenu
          label={t("customer.menu")}
          groups={[look ? [look, activity] : [activity], link ? [link] : [], end ? [end] : []]}
        />
      </div>
      {account ? (
        <LinkedAccount account={account} />
      ) : (
        <NoAccount isGuest={isGuest} onLink={() => setLinking(true)} />
      )}
      {toClaim !== null && (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          <ClaimAction orderId={toClaim} />
        </div>
      )}
      {toSend === "connect" && connect_url && (
        <ConnectLink url={connect_url} className="px-6 py-4" />
      )}
      {stopped.map((membership) => (
        <StoppedMember
          key={membership.id}
          membership={membership}
          hasLink={toSend === "connect" || toClaim !== null}
        />
      ))}
      {roles.map((role) => (
        <RoleWhy
          key={role.role_id}
          role={role}
          hideReason={account === null || saysTheSame(role, stopped)}
          startsOpen={roles.length <= MAX_UNFOLDED}
        />
      ))}
      <LinkAccountDrawer customerId={customer_id} open={linking} onOpenChange={setLinking} />
    </Container>
  )
}
