import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { ClaimAction } from "./claim-action"

interface ClaimAgainProps {
  orderId: string
  email: string | null
}

/** A guest who left the server has no account to connect again in: a new link is their way back. */
export const ClaimAgain = ({ orderId, email }: ClaimAgainProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("order.claim.again", { email: email ?? "" })}
      </Text>
      <ClaimAction orderId={orderId} />
    </div>
  )
}
