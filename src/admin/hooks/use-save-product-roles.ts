import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminPreviewProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../types/http/role-mapping"
import { NAMESPACE } from "../i18n/namespace"
import { needsQuestion } from "../lib/role/preview-changes"
import { usePreviewProductDiscordRoles, useSetProductDiscordRoles } from "./api/product-roles"
import { useErrorMessage } from "./use-error-message"

const ACCEPTED = { accept_dangerous_permissions: true }

interface Change {
  body: AdminSetProductDiscordRoles
  /** What takes the change back. */
  undo: AdminSetProductDiscordRoles
}

/** What the admin is to agree to. */
export interface SaveQuestion {
  preview: AdminPreviewProductDiscordRolesResponse
  answer: (agreed: boolean) => void
}

/**
 * Saves a product's roles: asks first where it gives or takes roles of current customers, or sells one that lets its holders
 * manage the server; and offers to take it back afterwards.
 */
export function useSaveProductRoles(productId: string) {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const preview = usePreviewProductDiscordRoles(productId)
  const save = useSetProductDiscordRoles(productId)
  const [question, setQuestion] = useState<SaveQuestion | null>(null)

  const ask = (found: AdminPreviewProductDiscordRolesResponse) =>
    new Promise<boolean>((resolve) => {
      const answer = (agreed: boolean) => {
        setQuestion(null)
        resolve(agreed)
      }
      setQuestion({ preview: found, answer })
    })

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
    if (needsQuestion(found) && !(await ask(found))) {
      return false
    }
    await save.mutateAsync(found.dangerous_roles.length > 0 ? { ...body, ...ACCEPTED } : body)
    offerUndo(undo)
    return true
  }

  return {
    /** @returns whether it was saved: not when the admin thought better of it, nor after an error */
    save: (change: Change) => run(change).catch(() => false),
    /** Null while there is nothing to ask. */
    question,
    isPending: preview.isPending || save.isPending,
    error: preview.error ?? save.error,
  }
}
