import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminDangerousDiscordRole,
  AdminSetProductDiscordRoles,
} from "../../types/http/role-mapping"
import { NAMESPACE } from "../i18n/namespace"
import { previewSentences } from "../lib/role/preview-text"
import { usePreviewProductDiscordRoles, useSetProductDiscordRoles } from "./api/product-roles"
import { useErrorMessage } from "./use-error-message"
import { useMessage } from "./use-message"

const ACCEPTED = { accept_dangerous_permissions: true }

interface Change {
  body: AdminSetProductDiscordRoles
  /** What takes the change back. */
  undo: AdminSetProductDiscordRoles
}

/**
 * Saves a product's roles: says first which of them let their holders manage the server, and how many customers it changes,
 * where it changes any; and offers to take it back afterwards.
 */
export function useSaveProductRoles(productId: string) {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const say = useMessage()
  const preview = usePreviewProductDiscordRoles(productId)
  const save = useSetProductDiscordRoles(productId)

  // By promises: the form is gone by the time the toast is pressed, and callbacks of `mutate` with it.
  // What was there before is put back, whatever it was: it is no new choice.
  const takeBack = (undo: AdminSetProductDiscordRoles) =>
    save.mutateAsync({ ...undo, ...ACCEPTED }).then(
      () => toast.success(t("product.drawer.undone")),
      (error: unknown) =>
        toast.error(t("errors.undo"), {
          description: errorMessage(error),
        }),
    )

  const dangers = (roles: readonly AdminDangerousDiscordRole[]) =>
    roles.map(({ name, server_name, dangerous_permission_details }) =>
      t("product.dangerous.role", {
        role: name,
        server: server_name,
        permissions: dangerous_permission_details.map(say).join(", "),
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
    const found = await preview.mutateAsync(body)
    const isDangerous = found.dangerous_roles.length > 0
    const sentences = [...dangers(found.dangerous_roles), ...previewSentences(found, t)]
    if (sentences.length > 0) {
      const agreed = await prompt({
        variant: isDangerous ? "danger" : "confirmation",
        title: t(isDangerous ? "product.dangerous.title" : "product.preview.title"),
        description: sentences.join(" "),
        confirmText: t(isDangerous ? "product.dangerous.confirm" : "actions.save"),
        cancelText: t("unsaved.stay"),
      })
      if (!agreed) {
        return false
      }
    }
    await save.mutateAsync(isDangerous ? { ...body, ...ACCEPTED } : body)
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
