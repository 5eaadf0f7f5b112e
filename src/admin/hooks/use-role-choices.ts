import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { useDiscordServers, useRolesOfServers } from "./api/servers"

/** Each is a request of its own: a store with more servers than this chooses one first. */
const MAX_SERVERS = 5

/** What a list can be filtered by: the roles of some servers, or of all. Nobody buys @everyone or a role that Discord manages. */
export function useRoleChoices(serverIds: string[] | undefined): {
  value: string
  label: string
}[] {
  const { t } = useTranslation(NAMESPACE)
  const { data } = useDiscordServers()
  const servers = (data?.servers ?? []).filter(({ id }) => serverIds?.includes(id) ?? true)
  const answers = useRolesOfServers(servers.slice(0, MAX_SERVERS).map(({ id }) => id))
  return servers.flatMap(({ name }, at) =>
    (answers[at]?.data?.roles ?? [])
      .filter(({ reason }) => reason !== "everyone" && reason !== "managed")
      .map((role) => ({
        value: role.role_id,
        label:
          servers.length === 1 ? role.name : t("members.roleOn", { role: role.name, server: name }),
      })),
  )
}
