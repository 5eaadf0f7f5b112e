import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { useResyncCustomer } from "./api/customer-discord"
import { useErrorMessage } from "./use-error-message"

/** Looks at a customer in Discord anew, and says what came of it. */
export function useResync(customerId: string): { resync: () => void; isPending: boolean } {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate, isPending } = useResyncCustomer(customerId)
  const resync = () =>
    mutate(undefined, {
      onSuccess: ({ server_ids }) =>
        toast.success(t("access.resync.done", { count: server_ids.length })),
      onError: (error) =>
        toast.error(t("access.resync.failed"), {
          description: errorMessage(error),
        }),
    })
  return { resync, isPending }
}
