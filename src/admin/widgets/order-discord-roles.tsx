import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LoadError } from "../components/load-error"
import { OrderAccess } from "../components/order-discord/order-access"
import { useOrderDiscord } from "../hooks/api/order-discord"
import { useCan } from "../hooks/use-can"
import { NAMESPACE } from "../i18n/namespace"

/** Most orders give no role: like the dashboard's own claims and returns, the section is there only when it has something to say. */
const OrderDiscordRoles = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { t } = useTranslation(NAMESPACE)
  const can = useCan()
  const access = useOrderDiscord(order.id, { enabled: can("discord_entitlement", "read") })

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
  if (!access.data?.entitlements.some(({ roles }) => roles.length > 0)) {
    return null
  }
  return <OrderAccess access={access.data} />
}

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
})

export default OrderDiscordRoles
