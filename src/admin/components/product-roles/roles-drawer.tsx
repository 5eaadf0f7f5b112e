import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCan } from "../../hooks/use-can"
import { useConfirmLeave } from "../../hooks/use-confirm-leave"
import { NAMESPACE } from "../../i18n/namespace"
import { DrawerHeader } from "../drawer-header"
import { RolesDrawerBody } from "./roles-drawer-body"

/** The button, and the drawer it opens to choose what each variant gives. */
export const RolesDrawer = ({ productId }: { productId: string }) => {
  const { t } = useTranslation(NAMESPACE)
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)
  const confirmLeave = useConfirmLeave(dirty)
  const can = useCan()

  const handleOpenChange = (next: boolean) => {
    if (next) {
      setOpen(true)
    } else {
      void confirmLeave().then((leave) => leave && setOpen(false))
    }
  }

  if (!can("discord_role_mapping", "update")) {
    return null
  }
  return (
    <Drawer open={open} onOpenChange={handleOpenChange}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("product.title")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHeader title={t("product.title")} description={t("product.drawer.description")} />
        <RolesDrawerBody
          productId={productId}
          onDirtyChange={setDirty}
          onClose={() => setOpen(false)}
        />
      </Drawer.Content>
    </Drawer>
  )
}
