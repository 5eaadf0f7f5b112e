import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { useServersAndRoles } from "./api/servers"

/** What a list can be filtered by: the roles of some servers, or of all. Nobody buys @everyone or a role that Discord manages. */
export function useRoleChoices(serverIds: string[] | undefined): {
  value: string
  label: string
}[] {
  const { t } = useTranslation(NAMESPACE)
  const { data } = useServersAndRoles()
  const servers = (data?.servers ?? []).filter(({ id }) => serverIds?.includes(id) ?? true)
  return servers.flatMap(({ guild_id, name, roles }) =>
    roles
      .filter(({ managed, role_id }) => !managed && role_id !== guild_id)
      .sort((a, b) => b.position - a.position)
      .map((role) => ({
        value: role.role_id,
        label:
          servers.length === 1 ? role.name : t("members.roleOn", { role: role.name, server: name }),
      })),
  )
}
