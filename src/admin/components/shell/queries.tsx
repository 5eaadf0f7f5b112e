import { QueryClientContext, QueryClientProvider, useQueryClient } from "@tanstack/react-query"
import { useCallback, useContext, useEffect, type ReactNode } from "react"
import { borrowOwnClient, ownClient } from "../../lib/own-query-client"

/**
 * The dashboard's own queries, so that what it has read is not read twice. In a store with another copy of react-query those
 * are out of reach: then queries of our own.
 */
export const Queries = ({ children }: { children: ReactNode }) => {
  const dashboards = useContext(QueryClientContext)
  const isOwn = dashboards === undefined
  useEffect(() => (isOwn ? borrowOwnClient() : undefined), [isOwn])
  return <QueryClientProvider client={dashboards ?? ownClient}>{children}</QueryClientProvider>
}

const PREFIX = "discord_"

/** Forgets what our queries have read and nothing shows: it may be what something broke on. */
export function useForgetUnshown(): () => void {
  const client = useQueryClient()
  return useCallback(
    () =>
      client.removeQueries({
        type: "inactive",
        predicate: ({ queryKey: [resource] }) => String(resource).startsWith(PREFIX),
      }),
    [client],
  )
}
