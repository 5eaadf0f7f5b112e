import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCreateDiscordSyncRun } from "../../hooks/api/sync-runs"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"

/** Reads orders from before the plugin; asks first. */
export const ReadOlderOrders = ({ disabled }: { disabled: boolean }) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const { mutate, isPending } = useCreateDiscordSyncRun()

  const handleClick = async () => {
    const confirmed = await prompt({
      title: t("bulk.backfill.confirm.title"),
      description: t("bulk.backfill.confirm.description"),
      confirmText: t("bulk.backfill.action"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (confirmed) {
      mutate(
        { kind: "order_backfill" },
        {
          onSuccess: () => toast.success(t("bulk.backfill.started")),
          onError: (error) =>
            toast.error(t("bulk.backfill.failed"), {
              description: errorMessage(error),
            }),
        },
      )
    }
  }

  return (
    <Button
      size="small"
      variant="secondary"
      className="shrink-0"
      disabled={disabled}
      isLoading={isPending}
      onClick={() => void handleClick()}
    >
      {t("bulk.backfill.action")}
    </Button>
  )
}
