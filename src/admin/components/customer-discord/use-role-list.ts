import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerDiscordRole } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { listOf } from "../../lib/text/locale"

type NamedRole = Pick<AdminCustomerDiscordRole, "name" | "server">

/** "Gold on Example Community and VIP on Lounge". */
export function useRoleList(): (roles: readonly NamedRole[]) => string {
  const { t, i18n } = useTranslation(NAMESPACE)
  return useCallback(
    (roles) =>
      listOf(
        i18n.language,
        roles.map(({ name, server }) => `${name} ${t("role.onServer", { server: server.name })}`),
      ),
    [t, i18n.language],
  )
}
