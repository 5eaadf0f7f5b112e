import { Button, Drawer, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCan } from "../../hooks/use-can"
import { useConfirmLeave } from "../../hooks/use-confirm-leave"
import { NAMESPACE } from "../../i18n/namespace"
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
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{t("product.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle">
            {t("product.drawer.description")}
          </Drawer.Description>
        </Drawer.Header>
        <RolesDrawerBody
          productId={productId}
          onDirtyChange={setDirty}
          onClose={() => setOpen(false)}
        />
      </Drawer.Content>
    </Drawer>
  )
}
