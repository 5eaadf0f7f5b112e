import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminOrderDiscordResponse } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { DiscordUser } from "../access/discord-user"

/** Who gets the order's roles. */
export const Recipient = ({ access }: { access: AdminOrderDiscordResponse }) => {
  const { t } = useTranslation(NAMESPACE)
  const { account, customer } = access
  return (
    <div className="text-ui-fg-subtle grid grid-cols-2 items-center gap-4 px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {t("order.recipient")}
      </Text>
      {account && customer ? (
        <Link
          to={`/customers/${customer.id}`}
          className="text-ui-fg-subtle hover:text-ui-fg-base transition-fg focus-visible:shadow-borders-focus w-fit max-w-full rounded-[4px] outline-none"
        >
          <DiscordUser account={account} size="2xsmall" />
        </Link>
      ) : (
        <StatusBadge color={customer ? "orange" : "grey"} className="w-fit">
          {t(customer ? "order.notConnected.badge" : "order.noCustomer")}
        </StatusBadge>
      )}
    </div>
  )
}
