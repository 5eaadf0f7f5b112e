import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useReconcileServer } from "../../hooks/api/sync-runs"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"

/** Compares all members of a server with what they bought: to mend what differs, which asks first, or to see it. */
export function useReconcile(server: AdminDiscordServer) {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const { mutate, isPending } = useReconcileServer(server.id)

  const begin = async () => {
    const confirmed = await prompt({
      title: t("server.check.confirm.title", { server: server.name }),
      description: t("server.check.confirm.description"),
      confirmText: t("server.check.confirm.action"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (confirmed) {
      mutate(
        { dry_run: false },
        {
          onSuccess: () => toast.success(t("server.check.started")),
          onError: (error) =>
            toast.error(t("server.check.failed"), { description: errorMessage(error) }),
        },
      )
    }
  }
  const preview = () =>
    mutate(
      { dry_run: true },
      {
        onSuccess: () => toast.success(t("server.check.preview.started")),
        onError: (error) =>
          toast.error(t("server.check.preview.failed"), { description: errorMessage(error) }),
      },
    )
  return { begin, preview, isPending }
}
