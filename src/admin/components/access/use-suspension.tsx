import type { Action } from "@medusajs/dashboard/components"
import { Pause, PlaySolid } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useResumeAccess } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import type { Suspendable } from "../../lib/access/suspension"
import { SuspendDrawer } from "./suspend-drawer"

/** Suspends an access, whatever gave it, or resumes it: the entry for its menu, and the drawer that the entry opens. */
export function useSuspension(access: Suspendable): { actions: Action[]; drawer: ReactNode } {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const [suspending, setSuspending] = useState(false)
  const { mutate, isPending } = useResumeAccess(access.id)
  const variant = access.variant.title ?? access.variant.id

  const resume = async () => {
    const confirmed = await prompt({
      variant: "confirmation",
      title: t("access.suspension.resume.title", { variant }),
      description: t("access.suspension.resume.description"),
      confirmText: t("access.suspension.resume.action"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    mutate(undefined, {
      onSuccess: () => toast.success(t("access.suspension.resume.done", { variant })),
      onError: (error) =>
        toast.error(t("access.suspension.resume.failed"), { description: errorMessage(error) }),
    })
  }

  const action: Action =
    access.suspended_at === null
      ? {
          label: t("access.suspension.suspend.action"),
          icon: <Pause />,
          onClick: () => setSuspending(true),
        }
      : {
          label: t("access.suspension.resume.action"),
          icon: <PlaySolid />,
          onClick: () => void resume(),
          disabled: isPending,
        }
  return {
    actions: [action],
    drawer: <SuspendDrawer access={access} open={suspending} onOpenChange={setSuspending} />,
  }
}
