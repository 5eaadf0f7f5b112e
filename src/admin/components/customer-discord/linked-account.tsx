import { useDate } from "@medusajs/dashboard/hooks"
import { SectionRow } from "@medusajs/dashboard/components"
import { Copy, InlineTip, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminLinkedDiscordAccount } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { DiscordUser } from "../access/discord-user"

export const LinkedAccount = ({ account }: { account: AdminLinkedDiscordAccount }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const { can_join, discord_user_id, linked_at, status } = account
  const isRefused = status === "token_invalid"
  return (
    <>
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <DiscordUser account={account} />
        <StatusBadge color={isRefused ? "orange" : "green"} className="shrink-0 text-nowrap">
          {t(isRefused ? "customer.account.refused" : "customer.account.connected")}
        </StatusBadge>
      </div>
      <SectionRow
        title={t("customer.account.since")}
        value={getFullDate({ date: linked_at, includeTime: true }).trim()}
      />
      <SectionRow
        title={t("customer.account.id")}
        value={
          <span className="flex min-w-0 items-center gap-x-1">
            <span className="truncate">{discord_user_id}</span>
            <Copy
              content={discord_user_id}
              aria-label={t("customer.account.copyId")}
              className="text-ui-fg-muted"
            />
          </span>
        }
      />
      {(isRefused || !can_join) && (
        <div className="px-6 py-4">
          <InlineTip variant={isRefused ? "warning" : "info"} label={t("customer.account.note")}>
            {t(isRefused ? "customer.account.refusedWhy" : "customer.account.cannotJoin")}
          </InlineTip>
        </div>
      )}
    </>
  )
}
