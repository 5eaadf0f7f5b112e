import { createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { useRoleChoices } from "../../hooks/use-role-choices"
import { useServerChoices } from "../../hooks/use-server-choices"
import { useTableState } from "../../hooks/list/use-table-state"
import { NAMESPACE } from "../../i18n/namespace"

const helper = createDataTableFilterHelper<AdminDiscordMembership>()

/** By server, and by a role that somebody holds. */
export function useMemberFilters() {
  const { t } = useTranslation(NAMESPACE)
  const servers = useServerChoices()
  const roles = useRoleChoices(useTableState(["server_id"]).choices("server_id"))
  return [
    helper.custom({
      id: "server_id",
      type: "multiselect",
      label: t("members.columns.server"),
      options: servers,
    }),
    helper.custom({
      id: "role_id",
      type: "multiselect",
      label: t("members.columns.role"),
      options: roles,
    }),
  ]
}
