import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LoadError } from "../components/load-error"
import { NoRoles } from "../components/order-discord/no-roles"
import { OrderAccess } from "../components/order-discord/order-access"
import { withDiscordAdmin } from "../components/shell/with-discord-admin"
import { useOrderDiscord } from "../hooks/api/order-discord"
import { NAMESPACE } from "../i18n/namespace"

/** What the order gives, or why it gives nothing; not there while no server is connected, and nothing is to be said. */
const OrderDiscordRoles = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { t } = useTranslation(NAMESPACE)
  const access = useOrderDiscord(order.id)

  if (access.isLoadingError) {
    return (
      <Container className="divide-y p-0">
        <Heading level="h2" className="px-6 py-4">
          {t("order.title")}
        </Heading>
        <div className="px-6 py-4">
          <LoadError
            title={t("order.loadFailed")}
            error={access.error}
            onRetry={() => void access.refetch()}
          />
        </div>
      </Container>
    )
  }
  if (!access.data) {
    return null
  }
  const { entitlements, no_roles_reason_detail, ordered } = access.data
  if (entitlements.some(({ roles }) => roles.length > 0)) {
    return <OrderAccess access={access.data} />
  }
  return (
    no_roles_reason_detail && (
      <NoRoles orderId={order.id} reason={no_roles_reason_detail} ordered={ordered} />
    )
  )
}

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
})

export default withDiscordAdmin(OrderDiscordRoles, { title: "order.title" })
