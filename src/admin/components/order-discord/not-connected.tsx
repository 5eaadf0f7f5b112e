import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderDiscordResponse } from "../../../types/http"
import { useSendConnectMessage } from "../../hooks/api/order-discord"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { ConnectLink } from "../access/connect-link"
import { ClaimAction } from "./claim-action"

interface NotConnectedProps {
  access: AdminOrderDiscordResponse
  customer: NonNullable<AdminOrderDiscordResponse["customer"]>
}

/** Why nobody holds the roles yet, and what can be done: a guest needs a link, a registered customer has an account. */
export const NotConnected = ({ access, customer }: NotConnectedProps) => {
  const { order_id: orderId, connect_message: message, connect_url } = access
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const sending = useSendConnectMessage(orderId)
  const email = customer.email ?? ""
  const isGuest = !customer.has_account
  const send = () =>
    sending.mutate(undefined, {
      onSuccess: ({ to }) => toast.success(t("order.message.sent", { email: to })),
      onError: (error) =>
        toast.error(t("order.message.failed"), { description: errorMessage(error) }),
    })
  const sendButton = message && (
    <Button size="small" variant="secondary" isLoading={sending.isPending} onClick={send}>
      {t(message.sent_at === null ? "order.message.send" : "order.message.resend")}
    </Button>
  )

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t(isGuest ? "order.notConnected.guest" : "order.notConnected.registered", { email })}
      </Text>
      {isGuest ? (
        <ClaimAction orderId={orderId}>{sendButton}</ClaimAction>
      ) : (
        <>
          {connect_url && <ConnectLink url={connect_url} />}
          {sendButton && <div>{sendButton}</div>}
        </>
      )}
    </div>
  )
}
