import { useDiscordServers } from "./api/servers"
import { useCan } from "./use-can"

/** What a list can be filtered by: the servers, for those who may read them. */
export function useServerChoices(): { value: string; label: string }[] {
  const { data } = useDiscordServers(undefined, { enabled: useCan()("discord_server", "read") })
  return (data?.servers ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
