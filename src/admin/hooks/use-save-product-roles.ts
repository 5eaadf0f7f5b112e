import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSetProductDiscordRoles } from "../../types/http/role-mapping"
import { NAMESPACE } from "../i18n/namespace"
import { previewSentences } from "../lib/preview-text"
import { usePreviewProductDiscordRoles, useSetProductDiscordRoles } from "./api/product-roles"
import { useErrorMessage } from "./use-error-message"

interface Change {
  body: AdminSetProductDiscordRoles
  /** What takes the change back. */
  undo: AdminSetProductDiscordRoles
}

/**
 * Saves a product's roles: says first how many customers that changes, where it changes any, and offers to take it back
 * afterwards.
 */
export function useSaveProductRoles(productId: string) {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const preview = usePreviewProductDiscordRoles(productId)
  const save = useSetProductDiscordRoles(productId)

  // By promises: the form is gone by the time the toast is pressed, and callbacks of `mutate` with it.
  const takeBack = (undo: AdminSetProductDiscordRoles) =>
    save.mutateAsync(undo).then(
      () => toast.success(t("product.drawer.undone")),
      (error: unknown) =>
        toast.error(t("errors.undo"), {
          description: errorMessage(error),
        }),
    )

  const offerUndo = (undo: AdminSetProductDiscordRoles) =>
    toast.success(t("product.drawer.saved"), {
      action: {
        label: t("actions.undo"),
        altText: t("product.drawer.undo"),
        onClick: () => void takeBack(undo),
      },
    })

  const run = async ({ body, undo }: Change): Promise<boolean> => {
    const sentences = previewSentences(await preview.mutateAsync(body), t)
    if (sentences.length > 0) {
      const agreed = await prompt({
        variant: "confirmation",
        title: t("product.preview.title"),
        description: sentences.join(" "),
        confirmText: t("actions.save"),
        cancelText: t("unsaved.stay"),
      })
      if (!agreed) {
        return false
      }
    }
    await save.mutateAsync(body)
    offerUndo(undo)
    return true
  }

  return {
    /** @returns whether it was saved: not when the admin thought better of it, nor after an error */
    save: (change: Change) => run(change).catch(() => false),
    isPending: preview.isPending || save.isPending,
    error: preview.error ?? save.error,
  }
}
