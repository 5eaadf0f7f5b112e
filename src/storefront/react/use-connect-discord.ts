import { useCallback, useEffect, useState } from "react"
import type { StoreConnectDiscord } from "../../types/http"
import type { DiscordClient } from "../client"
import { page } from "./page"

/** A button *Connect Discord*. */
export interface ConnectDiscord {
  /** Leaves the page for Discord, which sends the browser back to `redirect_url`. */
  connect: (body?: StoreConnectDiscord) => Promise<void>
  /** From the click until the page is left, or it failed. */
  isConnecting: boolean
  error: Error | undefined
}

/**
 * Connects the customer's Discord.
 *
 * @param client the same object in every render
 */
export function useConnectDiscord(client: Pick<DiscordClient, "connect">): ConnectDiscord {
  const [isConnecting, setIsConnecting] = useState(false)
  const [error, setError] = useState<Error>()
  useEffect(() => {
    // A browser that goes back from Discord shows this page as it was left: the button must work again.
    const comeBack = () => setIsConnecting(false)
    const window = page()
    window.addEventListener("pageshow", comeBack)
    return () => window.removeEventListener("pageshow", comeBack)
  }, [])
  const connect = useCallback(
    async (body: StoreConnectDiscord = {}) => {
      setIsConnecting(true)
      setError(undefined)
      try {
        const { connect_url } = await client.connect(body)
        page().location.assign(connect_url)
      } catch (failure) {
        setIsConnecting(false)
        setError(failure instanceof Error ? failure : new Error(String(failure)))
      }
    },
    [client],
  )
  return { connect, isConnecting, error }
}
