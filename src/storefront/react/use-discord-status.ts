import { useCallback, useEffect, useRef, useState } from "react"
import type { StoreDiscordResponse } from "../../types/http"
import type { DiscordClient } from "../client"
import { isOnItsWay, lookAgainMs } from "../status"
import { page } from "./page"

/** How `useDiscordStatus` looks. */
export interface DiscordStatusOptions {
  /** False while nobody is signed in: then nothing is asked. */
  enabled?: boolean
}

/** What a page shows of a customer's Discord. */
export interface DiscordStatus {
  /** The last answer; it stays while a newer one is asked for, or cannot be had. */
  status: StoreDiscordResponse | undefined
  /** Why the last question failed; undefined once one succeeds. */
  error: Error | undefined
  isLoading: boolean
  /** Asks the store now. */
  refetch: () => Promise<void>
  /** Has the store ask Discord now: for a button *I lost my role*. Six times a minute at most. */
  resync: () => Promise<void>
}

/**
 * What the customer has in Discord, kept up to date: ever more rarely while a role is on its way, and when the customer comes
 * back to the page. Use it once on a page, and hand on what it returns.
 *
 * @param client the same object in every render
 */
export function useDiscordStatus(
  client: Pick<DiscordClient, "getStatus" | "resync">,
  { enabled = true }: DiscordStatusOptions = {},
): DiscordStatus {
  const [status, setStatus] = useState<StoreDiscordResponse>()
  const [error, setError] = useState<Error>()
  const [looks, setLooks] = useState(0)
  // An answer to an older question than the last one tells nothing any more.
  const asked = useRef(0)

  const ask = useCallback(async (question: () => Promise<StoreDiscordResponse>) => {
    const number = ++asked.current
    const set = (answer: StoreDiscordResponse | undefined, failure: Error | undefined) => {
      if (number === asked.current) {
        setStatus((last) => answer ?? last)
        setError(failure)
        setLooks((count) => (answer && !isOnItsWay(answer) ? 0 : count + 1))
      }
    }
    try {
      set(await question(), undefined)
    } catch (failure) {
      set(undefined, failure instanceof Error ? failure : new Error(String(failure)))
    }
  }, [])
  const refetch = useCallback(() => ask(() => client.getStatus()), [ask, client])
  const resync = useCallback(() => ask(() => client.resync()), [ask, client])

  useEffect(() => {
    asked.current += 1
    setStatus(undefined)
    setError(undefined)
    setLooks(0)
    if (!enabled) {
      return
    }
    void refetch()
    const { document } = page()
    const look = () => {
      if (!document.hidden) void refetch()
    }
    document.addEventListener("visibilitychange", look)
    return () => {
      asked.current += 1
      document.removeEventListener("visibilitychange", look)
    }
  }, [enabled, refetch])

  useEffect(() => {
    if (!enabled || looks === 0) {
      return
    }
    const timer = setTimeout(() => {
      if (page().document.hidden) {
        setLooks((count) => count + 1)
      } else {
        void refetch()
      }
    }, lookAgainMs(looks))
    return () => clearTimeout(timer)
  }, [enabled, looks, refetch])

  return { status, error, isLoading: enabled && !status && !error, refetch, resync }
}
