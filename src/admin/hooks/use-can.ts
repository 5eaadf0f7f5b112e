import { useQuery } from "@tanstack/react-query"
import { useCallback } from "react"
import { areKnown, isAllowed, type Operation, type Resource } from "../lib/rights"
import { sdk } from "../lib/sdk"

const FIVE_MINUTES_MS = 5 * 60 * 1000

interface Rights {
  /** False while the store has not said yet. */
  known: boolean
  can: (resource: Resource, operation: Operation) => boolean
}

/**
 * What the admin's role allows. The server decides in any case: this only keeps buttons from showing that would be refused.
 *
 * The dashboard keeps its own check to itself, but not what it read: under the same keys, this asks the server nothing.
 */
export function useRights(): Rights {
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
  const usesRoles = flags.data && flags.data.rbac === true
  const mine = useQuery({
    queryKey: ["me-permissions"],
    queryFn: () => sdk.admin.rbacRole.mePermissions(),
    staleTime: FIVE_MINUTES_MS,
    enabled: usesRoles === true,
  })
  const permissions = mine.data?.permissions ?? (mine.isError ? NOTHING : undefined)
  const hasAnswered = flags.isFetched

  const can = useCallback(
    (resource: Resource, operation: Operation) =>
      isAllowed({ usesRoles, hasAnswered, permissions }, resource, operation),
    [usesRoles, hasAnswered, permissions],
  )
  return { known: areKnown({ usesRoles, hasAnswered, permissions }), can }
}

const NOTHING: readonly string[] = []

/** Whether the admin's role allows an operation: `const can = useCan()`, then `can("discord_account", "delete")`. */
export function useCan(): Rights["can"] {
  return useRights().can
}
