import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { AccountSection } from "../components/customer-discord/account-section"
import { ManualAccessSection } from "../components/manual-access/manual-access-section"
import { LoadError } from "../components/load-error"
import { Loading } from "../components/loading"
import { withDiscordAdmin } from "../components/shell/with-discord-admin"
import { useCustomerDiscord } from "../hooks/api/customer-discord"
import { NAMESPACE } from "../i18n/namespace"

const CustomerDiscord = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => {
  const { t } = useTranslation(NAMESPACE)
  const access = useCustomerDiscord(customer.id)

  if (!access.data) {
    return (
      <Container className="divide-y p-0">
        <Heading level="h2" className="px-6 py-4">
          {t("customer.title")}
        </Heading>
        <div className="px-6 py-4">
          {access.isLoadingError ? (
            <LoadError
              title={t("customer.loadFailed")}
              error={access.error}
              onRetry={() => void access.refetch()}
            />
          ) : (
            <Loading label={t("customer.loading")} rows={3} />
          )}
        </div>
      </Container>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      <AccountSection access={access.data} isGuest={!customer.has_account} />
      <ManualAccessSection access={access.data} />
    </div>
  )
}

export const config = defineWidgetConfig({
  zone: "customer.details.side.after",
})

export default withDiscordAdmin(CustomerDiscord, { title: "customer.title" })
