import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { useRetryMembership, useRetryMemberships } from "../../hooks/api/memberships"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { discordName } from "../../lib/discord/discord-user"

/** Has one member looked at in Discord and tried again, now. */
export function useCheckAgain(): (membership: AdminDiscordMembership) => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate } = useRetryMembership()
  return useCallback(
    ({ id, account }) =>
      mutate(id, {
        onSuccess: () => toast.success(t("members.check.done", { name: discordName(account) })),
        onError: (error) =>
          toast.error(t("members.check.failed"), { description: errorMessage(error) }),
      }),
    [mutate, t, errorMessage],
  )
}

/** The same of those who were chosen. @param onDone they need not stay chosen */
export function useCheckChosen(onDone: () => void): (ids: string[]) => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate } = useRetryMemberships()
  return (ids) =>
    mutate(
      { ids },
      {
        onSuccess: ({ count }) => {
          onDone()
          const words = t("members.check.many", { count })
          if (count > 0) {
            toast.success(words)
          } else {
            toast.error(words)
          }
        },
        onError: (error) =>
          toast.error(t("members.check.failed"), { description: errorMessage(error) }),
      },
    )
}
