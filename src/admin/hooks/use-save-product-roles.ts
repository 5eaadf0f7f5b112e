import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminDiscordRolesApplyTo,
  AdminPreviewProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../types/http/role-mapping"
import { NAMESPACE } from "../i18n/namespace"
import { needsQuestion, roleChanges } from "../lib/role/preview-changes"
import { usePreviewProductDiscordRoles, useSetProductDiscordRoles } from "./api/product-roles"
import { useErrorMessage } from "./use-error-message"

const ACCEPTED = { accept_dangerous_permissions: true }

interface Change {
  body: AdminSetProductDiscordRoles
  /** What takes the change back. */
  undo: AdminSetProductDiscordRoles
  /** Whether it can be for new buyers alone. */
  can_be_for_new_buyers: boolean
}

/** What the admin is to agree to. */
export interface SaveQuestion {
  /** Null while it is asked for. */
  preview: AdminPreviewProductDiscordRolesResponse | null
  apply_to: AdminDiscordRolesApplyTo
  /** Null where there is nothing to choose. */
  choose: ((apply_to: AdminDiscordRolesApplyTo) => void) | null
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

  /** @returns whom it is for; null when the admin thought better of it */
  const ask = (
    { body, can_be_for_new_buyers }: Change,
    found: AdminPreviewProductDiscordRolesResponse,
  ) =>
    new Promise<AdminDiscordRolesApplyTo | null>((resolve, reject) => {
      let chosen: AdminDiscordRolesApplyTo = "everyone"
      const end = () => setQuestion(null)
      const answer = (agreed: boolean) => {
        end()
        resolve(agreed ? chosen : null)
      }
      const choose = (apply_to: AdminDiscordRolesApplyTo) => {
        chosen = apply_to
        setQuestion({ ...asked, apply_to, preview: null })
        preview.mutateAsync({ ...body, apply_to }).then(
          (answered) => {
            if (chosen === apply_to) {
              setQuestion((now) => now && { ...now, preview: answered })
            }
          },
          (error: unknown) => {
            end()
            reject(error instanceof Error ? error : new Error(String(error)))
          },
        )
      }
      const canChoose = can_be_for_new_buyers && roleChanges(found).length > 0
      const asked = {
        preview: found,
        apply_to: chosen,
        choose: canChoose ? choose : null,
        answer,
      }
      setQuestion(asked)
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

  const run = async (change: Change): Promise<boolean> => {
    const found = await preview.mutateAsync(change.body)
    const apply_to = needsQuestion(found) ? await ask(change, found) : "everyone"
    if (apply_to === null) {
      return false
    }
    const body = { ...change.body, apply_to }
    await save.mutateAsync(found.dangerous_roles.length > 0 ? { ...body, ...ACCEPTED } : body)
    offerUndo(change.undo)
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
