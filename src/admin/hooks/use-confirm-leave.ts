import { usePrompt } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"

/**
 * Asks whether unsaved changes may be lost; resolves to true when there are none.
 *
 * @param question key of its texts: `title`, `description`, `leave` and `stay`
 */
export function useConfirmLeave(isDirty: boolean, question = "unsaved"): () => Promise<boolean> {
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
      title: t(`${question}.title`),
      description: t(`${question}.description`),
      confirmText: t(`${question}.leave`),
      cancelText: t(`${question}.stay`),
    })
  }, [isDirty, question, prompt, t])
}
