import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordRole, AdminDiscordEntitlementAccess } from "../../../types/http"
import { useEndAccess } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { rolesOnlyFrom } from "../../lib/access/access"
import { useRoleList } from "../customer-discord/use-role-list"

/** Ends an access that a person gave, after saying which roles go with it. */
export function useEnd(
  entitlement: AdminDiscordEntitlementAccess,
  roles: readonly AdminCustomerDiscordRole[],
): { end: () => Promise<void>; isPending: boolean } {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const prompt = usePrompt()
  const roleList = useRoleList()
  const { mutate, isPending } = useEndAccess(entitlement.id)
  const variant = entitlement.variant.title ?? entitlement.variant.id

  const end = async () => {
    const lost = rolesOnlyFrom(entitlement.id, roles)
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
      onError: (error) =>
        toast.error(t("customer.manual.end.failed"), {
          description: errorMessage(error),
        }),
    })
  }
  return { end, isPending }
}
