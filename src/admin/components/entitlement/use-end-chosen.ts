import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useEndAccesses } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"

/** Ends the access that was chosen, after asking. @param onDone it need not stay chosen */
export function useEndChosen(onDone: () => void): (ids: string[]) => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const { mutate } = useEndAccesses()
  const tellFailure = (error: unknown) =>
    toast.error(t("customer.manual.end.failed"), { description: errorMessage(error) })
  const ask = async (ids: string[]) => {
    const count = ids.length
    const confirmed = await prompt({
      title: t("entitlements.end.title", { count }),
      description: t("entitlements.end.description"),
      confirmText: t("customer.manual.end.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (confirmed) {
      mutate(ids, {
        onSuccess: ({ ended, failure }) => {
          onDone()
          if (ended > 0) {
            toast.success(t("entitlements.end.done", { count: ended }))
          }
          if (failure) {
            tellFailure(failure)
          }
        },
        onError: tellFailure,
      })
    }
  }
  return (ids) => void ask(ids).catch(tellFailure)
}
