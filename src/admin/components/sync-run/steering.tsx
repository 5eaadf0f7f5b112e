import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordSyncRun } from "../../../types/http"
import { useSteerDiscordSyncRun, type Steering as Action } from "../../hooks/api/sync-runs"
import { useErrorMessage } from "../../hooks/use-error-message"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"

/** What can be done with a run. Cancel asks first: what it leaves undone stays so. So does what gives and takes roles. */
export const Steering = ({ run }: { run: AdminDiscordSyncRun }) => {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const mutations = {
    cancel: useSteerDiscordSyncRun("cancel"),
    resume: useSteerDiscordSyncRun("resume"),
    confirm: useSteerDiscordSyncRun("confirm"),
  }

  const steer = (action: Action) =>
    mutations[action].mutate(run.id, {
      onSuccess: () => toast.success(t(`bulk.${action}.done`)),
      onError: (error) =>
        toast.error(t(`bulk.${action}.failed`), { description: errorMessage(error) }),
    })
  const handleCancel = async () => {
    const confirmed = await prompt({
      title: t("bulk.cancel.confirm.title"),
      description: t(`bulk.cancel.confirm.${run.kind}`),
      confirmText: t("bulk.cancel.action"),
      cancelText: t("bulk.cancel.keep"),
    })
    if (confirmed) {
      steer("cancel")
    }
  }
  const confirmText = t(run.takings === null ? "bulk.confirm.action" : "bulk.confirm.asking")
  const handleConfirm = async () => {
    const confirmed = await prompt({
      title: t(run.takings === null ? "bulk.confirm.dry.title" : "bulk.confirm.asks.title"),
      description:
        run.takings === null ? t("bulk.confirm.dry.description") : say(run.message_detail),
      confirmText,
      cancelText: t("bulk.confirm.keep"),
      variant: run.removed > 0 || run.takings !== null ? "danger" : "confirmation",
    })
    if (confirmed) {
      steer("confirm")
    }
  }

  return (
    <div className="flex shrink-0 items-center gap-x-2">
      {run.can_cancel && (
        <Button
          size="small"
          variant="secondary"
          isLoading={mutations.cancel.isPending}
          onClick={() => void handleCancel()}
        >
          {t("bulk.cancel.action")}
        </Button>
      )}
      {run.can_resume && (
        <Button
          size="small"
          variant="secondary"
          isLoading={mutations.resume.isPending}
          onClick={() => steer("resume")}
        >
          {t("bulk.resume.action")}
        </Button>
      )}
      {run.can_confirm && run.added + run.removed + (run.takings?.removed ?? 0) > 0 && (
        <Button
          size="small"
          variant="secondary"
          isLoading={mutations.confirm.isPending}
          onClick={() => void handleConfirm()}
        >
          {confirmText}
        </Button>
      )}
    </div>
  )
}
