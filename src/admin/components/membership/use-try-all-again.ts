import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRetryMemberships } from "../../hooks/api/memberships"
import { useErrorMessage } from "../../hooks/use-error-message"
import { useServerChoices } from "../../hooks/use-server-choices"
import { NAMESPACE } from "../../i18n/namespace"

/** Tries everyone again who waits or retries, of these servers or of all; asks first, for it is many calls to Discord. */
export function useTryAllAgain(serverIds: string[] | undefined): {
  start: () => void
  isPending: boolean
} {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const servers = useServerChoices()
  const { mutate, isPending } = useRetryMemberships()
  const nameOf = (id: string) => servers.find(({ value }) => value === id)?.label ?? id

  const ask = async () => {
    const confirmed = await prompt({
      title: t("members.retry.confirm.title"),
      description: serverIds
        ? t("members.retry.confirm.inServers", { servers: serverIds.map(nameOf).join(", ") })
        : t("members.retry.confirm.everywhere"),
      confirmText: t("members.retry.all"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (confirmed) {
      mutate(
        { server_id: serverIds },
        {
          onSuccess: ({ count }) => toast.success(t("members.retry.done", { count })),
          onError: (error) =>
            toast.error(t("members.retry.failed"), { description: errorMessage(error) }),
        },
      )
    }
  }
  return { start: () => void ask(), isPending }
}
