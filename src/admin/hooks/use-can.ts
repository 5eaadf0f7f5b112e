import { useQuery } from "@tanstack/react-query"
import { useCallback } from "react"
import type { DiscordResource } from "../../policies/discord"
import { sdk } from "../lib/sdk"

export type Operation = "read" | "create" | "update" | "delete"

const FIVE_MINUTES_MS = 5 * 60 * 1000

/**
 * Whether the admin's role allows an operation: `const can = useCan()`, then `can("discord_account", "delete")`. Nothing is
 * allowed until it is known; everything is where the store does not use roles. The server decides in any case: this only
 * keeps buttons from showing that would be refused.
 *
 * The dashboard keeps its own check to itself, but not what it read: under the same keys, this asks the server nothing.
 */
export function useCan(): (resource: DiscordResource, operation: Operation) => boolean {
  const flags = useQuery({
    queryKey: ["admin", "feature-flags"],
    queryFn: async () => {
      const answer = await sdk.client.fetch<{ feature_flags: Record<string, boolean | undefined> }>(
        "/admin/feature-flags",
      )
      return answer.feature_flags
    },
    staleTime: FIVE_MINUTES_MS,
  })
  const usesRoles = flags.data?.rbac === true
  const mine = useQuery({
    queryKey: ["me-permissions"],
    queryFn: () => sdk.admin.rbacRole.mePermissions(),
    staleTime: FIVE_MINUTES_MS,
    enabled: usesRoles,
  })

  return useCallback(
    (resource, operation) => {
      if (!usesRoles) {
        return flags.isFetched
      }
      return mine.data?.permissions.includes(`${resource}:${operation}`) ?? false
    },
    [usesRoles, flags.isFetched, mine.data],
  )
}
