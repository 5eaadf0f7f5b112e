import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordResponse } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { manualAccess } from "../../lib/access/access"
import { GrantDrawer } from "./grant-drawer"
import { ManualAccessRow } from "./manual-access-row"

/** Access that a person gave, without an order. */
export const ManualAccessSection = ({ access }: { access: AdminCustomerDiscordResponse }) => {
  const { t } = useTranslation(NAMESPACE)
  const [granting, setGranting] = useState(false)
  const { customer_id, entitlements, roles } = access
  const given = manualAccess(entitlements)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("customer.manual.title")}</Heading>
        <Button size="small" variant="secondary" onClick={() => setGranting(true)}>
          {t("customer.manual.grant")}
        </Button>
      </div>
      {given.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-4">
          {t("customer.manual.empty")}
        </Text>
      )}
      {given.map((entitlement) => (
        <ManualAccessRow key={entitlement.id} entitlement={entitlement} roles={roles} />
      ))}
      <GrantDrawer customerId={customer_id} open={granting} onOpenChange={setGranting} />
    </Container>
  )
}
