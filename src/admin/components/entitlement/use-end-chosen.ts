import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useEndAccesses } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"

/**
 * Ends several accesses that a person gave, after asking.
 *
 * @param onDone what was chosen need not stay so
 * @returns takes their ids, and the question that says how many they are
 */
export function useEndChosen(onDone: () => void): (ids: string[], title: string) => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const { mutate } = useEndAccesses()
  const tellFailure = (error: unknown) =>
    toast.error(t("customer.manual.end.failed"), { description: errorMessage(error) })
  const ask = async (ids: string[], title: string) => {
    const confirmed = await prompt({
      title,
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
  return (ids, title) => void ask(ids, title).catch(tellFailure)
}
