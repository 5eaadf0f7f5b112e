import { PencilSquare, User, XCircle } from "@medusajs/icons"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordNamedEntitlement } from "../../../types/http"
import { useReadCustomerRoles } from "../../hooks/api/customer-discord"
import { NAMESPACE } from "../../i18n/namespace"
import { isByHand, nameOf } from "../../lib/entitlement/by-hand"
import { useSuspension } from "../access/use-suspension"
import { ChangeAccessDrawer } from "../manual-access/change-access-drawer"
import { useEnd } from "../manual-access/use-end"
import { SectionMenu } from "../section-menu"

/** What can be done about one access: only what a person gave can a person change or end. */
export const EntitlementMenu = ({ entitlement }: { entitlement: AdminDiscordNamedEntitlement }) => {
  const { t } = useTranslation(NAMESPACE)
  const [changing, setChanging] = useState(false)
  const readRoles = useReadCustomerRoles()
  const { end, isPending } = useEnd(entitlement, () => readRoles(entitlement.customer_id))
  const suspension = useSuspension(entitlement)
  const { customer, variant } = entitlement
  const byHand = isByHand(entitlement)
  const name = nameOf(entitlement) ?? t("entitlements.customerGone")
  const change = {
    label: t("customer.manual.change.action"),
    icon: <PencilSquare />,
    onClick: () => setChanging(true),
  }
  const finish = {
    label: t("customer.manual.end.action"),
    icon: <XCircle />,
    onClick: end,
    disabled: isPending,
  }
  const open = customer && {
    label: t("members.menu.customer"),
    icon: <User />,
    to: `/customers/${customer.id}`,
  }
  return (
    <>
      <SectionMenu
        label={t("entitlements.menu", { name, variant: variant.title ?? variant.id })}
        groups={[
          open ? [open] : [],
          byHand ? [change] : [],
          suspension.actions,
          byHand ? [finish] : [],
        ]}
      />
      <ChangeAccessDrawer entitlement={entitlement} open={changing} onOpenChange={setChanging} />
      {suspension.drawer}
    </>
  )
}
