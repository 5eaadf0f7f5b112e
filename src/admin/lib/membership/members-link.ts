import type { MemberTab } from "./member-tab"

/** The page of a server's members, below `/app`; a filter stands in the address as the dashboard's tables write it. */
export function membersOf(serverId: string, tab: MemberTab = "all"): string {
  const query = new URLSearchParams({ tab, server_id: JSON.stringify([serverId]) })
  return `/settings/discord/members?${query.toString()}`
}
