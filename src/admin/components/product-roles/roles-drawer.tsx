import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import { NAMESPACE } from "../../i18n/namespace"
import { opensRoles } from "../../lib/role/opens-roles"
import { DrawerHeader } from "../drawer-header"
import { GuardedDrawer } from "../guarded-drawer"
import { RolesDrawerBody } from "./roles-drawer-body"

/** The button, and the drawer it opens to choose what each variant gives. */
export const RolesDrawer = ({ productId }: { productId: string }) => {
  const { t } = useTranslation(NAMESPACE)
  const [open, setOpen] = useState(opensRoles(useLocation().state))

  return (
    <GuardedDrawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("product.title")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHeader title={t("product.title")} description={t("product.drawer.description")} />
        <RolesDrawerBody productId={productId} onClose={() => setOpen(false)} />
      </Drawer.Content>
    </GuardedDrawer>
  )
}
