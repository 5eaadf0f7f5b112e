import { QueryClient } from "@tanstack/react-query"

const NINETY_SECONDS_MS = 90_000

/** Set up as the dashboard sets up its own. */
export const ownClient = new QueryClient({
  defaultOptions: {
    queries: { refetchOnWindowFocus: false, staleTime: NINETY_SECONDS_MS, retry: 1 },
  },
})

let borrowers = 0

/**
 * Keeps what was read for as long as something of ours is on the page. The dashboard forgets all it knows when an admin signs
 * out, and cannot tell us: what one admin was allowed to see must not wait for the next.
 *
 * @returns gives it back
 */
export function borrowOwnClient(): () => void {
  borrowers++
  return () => {
    borrowers--
    // From page to page the next borrower comes in the same turn.
    queueMicrotask(() => {
      if (borrowers === 0) ownClient.clear()
    })
  }
}
