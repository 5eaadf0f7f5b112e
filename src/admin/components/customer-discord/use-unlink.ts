import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordResponse } from "../../../types/http"
import { useUnlinkDiscordAccount } from "../../hooks/api/customer-discord"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { rolesToLose } from "../../lib/access/access"
import { discordName } from "../../lib/discord/discord-user"
import { useRoleList } from "./use-role-list"

/** Ends the link to Discord, after saying which roles go with it. */
export function useUnlink({ account, customer_id, roles }: AdminCustomerDiscordResponse): {
  unlink: () => Promise<void>
  isPending: boolean
} {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const roleList = useRoleList()
  const { mutate, isPending } = useUnlinkDiscordAccount(customer_id)

  const unlink = async () => {
    const name = account ? discordName(account) : ""
    const lost = rolesToLose(roles)
    const confirmed = await prompt({
      title: t("customer.unlink.title", { name }),
      description: [
        lost.length > 0
          ? t("customer.unlink.loses", { roles: roleList(lost), count: lost.length })
          : t("customer.unlink.losesNothing"),
        t("customer.unlink.stays"),
      ].join(" "),
      confirmText: t("customer.unlink.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    mutate(undefined, {
      onSuccess: () => toast.success(t("customer.unlink.done", { name })),
      onError: (error) =>
        toast.error(t("customer.unlink.failed"), {
          description: errorMessage(error),
        }),
    })
  }
  return { unlink, isPending }
}
