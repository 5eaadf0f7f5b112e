import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderDiscordResponse } from "../../../types/http"
import { useCreateClaimLink, useResendConnectMessage } from "../../hooks/api/order-discord"
import { useCan } from "../../hooks/use-can"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { ClaimLink } from "./claim-link"

interface NotConnectedProps {
  orderId: string
  customer: NonNullable<AdminOrderDiscordResponse["customer"]>
}

/** Why nobody holds the roles yet, and what can be done: a guest needs a link, a registered customer has an account. */
export const NotConnected = ({ orderId, customer }: NotConnectedProps) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const can = useCan()
  const claim = useCreateClaimLink(orderId)
  const message = useResendConnectMessage(orderId)
  const email = customer.email ?? ""
  const isGuest = !customer.has_account
  const failed = (title: string) => (error: unknown) =>
    toast.error(title, { description: errorMessage(error) })

  const copyLink = () =>
    claim.mutate(undefined, {
      onSuccess: ({ claim_url }) =>
        void copied(claim_url).then((isCopied) =>
          toast.success(t(isCopied ? "order.claim.copied" : "order.claim.made")),
        ),
      onError: failed(t("order.claim.failed")),
    })

  const resend = () =>
    message.mutate(undefined, {
      onSuccess: ({ to }) => toast.success(t("order.message.sent", { email: to })),
      onError: failed(t("order.message.failed")),
    })

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t(isGuest ? "order.notConnected.guest" : "order.notConnected.registered", { email })}
      </Text>
      {can("discord_account", "create") && (
        <div className="flex flex-wrap gap-2">
          {isGuest && (
            <Button size="small" variant="secondary" isLoading={claim.isPending} onClick={copyLink}>
              {t("order.claim.copy")}
            </Button>
          )}
          <Button size="small" variant="secondary" isLoading={message.isPending} onClick={resend}>
            {t("order.message.resend")}
          </Button>
        </div>
      )}
      {claim.data && <ClaimLink {...claim.data} />}
    </div>
  )
}

/** Whether the browser let us: it may refuse, and has no clipboard at all for a page without HTTPS. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
