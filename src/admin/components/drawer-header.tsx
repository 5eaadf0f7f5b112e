import { XMark } from "@medusajs/icons"
import { Drawer, Heading, IconButton, Kbd } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"

interface DrawerHeaderProps {
  title: string
  description: string
}

/** As `Drawer.Header` looks, but with a name on the button that closes, which a screen reader can say. */
export const DrawerHeader = ({ title, description }: DrawerHeaderProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex flex-col gap-y-1">
        <Drawer.Title asChild>
          <Heading>{title}</Heading>
        </Drawer.Title>
        <Drawer.Description className="text-ui-fg-subtle text-pretty">
          {description}
        </Drawer.Description>
      </div>
      <div className="flex items-center gap-x-2">
        <Kbd>esc</Kbd>
        <Drawer.Close asChild>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={t("actions.close")}
          >
            <XMark />
          </IconButton>
        </Drawer.Close>
      </div>
    </div>
  )
}
