import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"

interface NoAccountProps {
  /** A guest has no account in the storefront in which to connect. */
  isGuest: boolean
  onLink: () => void
}

export const NoAccount = ({ isGuest, onLink }: NoAccountProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t(isGuest ? "customer.guestNotConnected" : "customer.notConnected")}
      </Text>
      <Button size="small" variant="secondary" onClick={onLink}>
        {t("customer.link.action")}
      </Button>
    </div>
  )
}
