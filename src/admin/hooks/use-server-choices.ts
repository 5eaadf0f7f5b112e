import { useDiscordServers } from "./api/servers"

/** What a list can be filtered by: the servers. */
export function useServerChoices(): { value: string; label: string }[] {
  const { data } = useDiscordServers()
  return (data?.servers ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
