import { usePrompt } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"

/** Asks whether unsaved changes may be lost; resolves to true when there are none. */
export function useConfirmLeave(isDirty: boolean): () => Promise<boolean> {
  const { t } = useTranslation(NAMESPACE)
  const prompt = usePrompt()
  return useCallback(async () => {
    if (!isDirty) {
      return true
    }
    // The prompt listens for Escape on the document: opened within the Escape that asks for it, it would close at once.
    await new Promise((resolve) => setTimeout(resolve))
    return prompt({
      variant: "confirmation",
      title: t("unsaved.title"),
      description: t("unsaved.description"),
      confirmText: t("unsaved.leave"),
      cancelText: t("unsaved.stay"),
    })
  }, [isDirty, prompt, t])
}
