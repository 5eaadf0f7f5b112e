import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordRole, AdminDiscordEntitlementAccess } from "../../../types/http"
import { useEndAccess } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { rolesOnlyFrom } from "../../lib/access/access"
import { useRoleList } from "../customer-discord/use-role-list"

type Roles = readonly AdminCustomerDiscordRole[]

/** Ends an access that a person gave, after saying which roles go with it. @param rolesOf what its customer holds, and why */
export function useEnd(
  entitlement: Pick<AdminDiscordEntitlementAccess, "id" | "variant">,
  rolesOf: () => Roles | Promise<Roles>,
): { end: () => void; isPending: boolean } {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const roleList = useRoleList()
  const { mutate, isPending } = useEndAccess(entitlement.id)
  const variant = entitlement.variant.title ?? entitlement.variant.id

  const tellFailure = (error: unknown) =>
    toast.error(t("customer.manual.end.failed"), { description: errorMessage(error) })
  const end = async () => {
    const lost = rolesOnlyFrom(entitlement.id, await rolesOf())
    const confirmed = await prompt({
      title: t("customer.manual.end.title", { variant }),
      description:
        lost.length > 0
          ? t("customer.manual.end.loses", { roles: roleList(lost), count: lost.length })
          : t("customer.manual.end.losesNothing"),
      confirmText: t("customer.manual.end.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    mutate(undefined, {
      onSuccess: () => toast.success(t("customer.manual.end.done", { variant })),
      onError: tellFailure,
    })
  }
  return { end: () => void end().catch(tellFailure), isPending }
}
