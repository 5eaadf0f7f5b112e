import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { listGivenByHand } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { useEndChosen } from "./use-end-chosen"

type Chosen = Pick<AdminDiscordMembership, "account" | "customer_ids">

/** Ends what a person gave the members who were chosen, after asking. @param onDone they need not stay chosen */
export function useEndOfMembers(onDone: () => void): (members: readonly Chosen[]) => void {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const end = useEndChosen(onDone)
  const find = async (members: readonly Chosen[]) => {
    // Somebody may be a member of several servers, and several customers.
    const given = await listGivenByHand(members.flatMap(({ customer_ids }) => customer_ids))
    const whose = new Set(given.map(({ customer_id }) => customer_id))
    const concerned = members.filter(({ customer_ids }) => customer_ids.some((id) => whose.has(id)))
    const people = new Set(concerned.map(({ account }) => account.id)).size
    if (given.length === 0) {
      toast.info(t("members.end.none"))
      return
    }
    end(
      given.map(({ id }) => id),
      t("members.end.title", {
        count: given.length,
        members: t("members.end.members", { count: people }),
      }),
    )
  }
  return (members) =>
    void find(members).catch((error: unknown) =>
      toast.error(t("customer.manual.end.failed"), { description: errorMessage(error) }),
    )
}
