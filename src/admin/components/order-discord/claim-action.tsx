import { useDate } from "@medusajs/dashboard/hooks"
import { Button, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useCreateClaimLink } from "../../hooks/api/order-discord"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { copied } from "../../lib/copy-text"
import { ShownLink } from "../access/shown-link"

interface ClaimActionProps {
  orderId: string
  /** What else can be done, beside the button. */
  children?: ReactNode
}

/** *Copy claim link*, and below it the link that was made. */
export const ClaimAction = ({ orderId, children }: ClaimActionProps) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { getFullDate } = useDate()
  const claim = useCreateClaimLink(orderId)
  const copyLink = () =>
    claim.mutate(undefined, {
      onSuccess: ({ claim_url }) =>
        void copied(claim_url).then((isCopied) =>
          toast.success(t(isCopied ? "order.claim.copied" : "order.claim.made")),
        ),
      onError: (error) =>
        toast.error(t("order.claim.failed"), { description: errorMessage(error) }),
    })
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" isLoading={claim.isPending} onClick={copyLink}>
          {t("order.claim.copy")}
        </Button>
        {children}
      </div>
      {claim.data && (
        <ShownLink
          label={t("order.claim.label")}
          url={claim.data.claim_url}
          hint={t("order.claim.hint", {
            date: getFullDate({ date: claim.data.expires_at, includeTime: true }).trim(),
          })}
          copyLabel={t("order.claim.copyAgain")}
        />
      )}
    </>
  )
}
