import { useCallback, useEffect, useRef, useState } from "react"
import type { StoreDiscordResponse } from "../../types/http"
import type { DiscordClient } from "../client"
import { isOnItsWay, lookAgainMs } from "../status"
import { page } from "./page"

/** What the customer did a moment ago, or what Discord says now, may not be in the first answer. */
const LOOKS_AHEAD = 3

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
  /** Asks the store now, and a few times in the seconds after: call it when the customer bought or changed something. */
  refetch: () => Promise<void>
  /** Has the store ask Discord now: for a button *I lost my role*. What Discord says follows in a moment. Six times a minute at most. */
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
  const looksAhead = useRef(0)

  const ask = useCallback(async (question: () => Promise<StoreDiscordResponse>) => {
    const number = ++asked.current
    const set = (answer: StoreDiscordResponse | undefined, failure: Error | undefined) => {
      if (number === asked.current) {
        setStatus((last) => answer ?? last)
        setError(failure)
        looksAhead.current -= 1
        const isSettled = answer && !isOnItsWay(answer) && looksAhead.current < 0
        setLooks((count) => (isSettled ? 0 : count + 1))
      }
    }
    try {
      set(await question(), undefined)
    } catch (failure) {
      set(undefined, failure instanceof Error ? failure : new Error(String(failure)))
    }
  }, [])
  const look = useCallback(() => ask(() => client.getStatus()), [ask, client])
  const askAndLookOn = useCallback(
    (question: () => Promise<StoreDiscordResponse>) => {
      looksAhead.current = LOOKS_AHEAD
      setLooks(0)
      return ask(question)
    },
    [ask],
  )
  const refetch = useCallback(() => askAndLookOn(() => client.getStatus()), [askAndLookOn, client])
  const resync = useCallback(() => askAndLookOn(() => client.resync()), [askAndLookOn, client])

  useEffect(() => {
    asked.current += 1
    setStatus(undefined)
    setError(undefined)
    setLooks(0)
    looksAhead.current = 0
    if (!enabled) {
      return
    }
    void look()
    const { document } = page()
    const lookIfShown = () => {
      if (!document.hidden) void look()
    }
    document.addEventListener("visibilitychange", lookIfShown)
    return () => {
      asked.current += 1
      document.removeEventListener("visibilitychange", lookIfShown)
    }
  }, [enabled, look])

  useEffect(() => {
    if (!enabled || looks === 0) {
      return
    }
    const timer = setTimeout(() => {
      if (page().document.hidden) {
        setLooks((count) => count + 1)
      } else {
        void look()
      }
    }, lookAgainMs(looks))
    return () => clearTimeout(timer)
  }, [enabled, looks, look])

  return { status, error, isLoading: enabled && !status && !error, refetch, resync }
}
