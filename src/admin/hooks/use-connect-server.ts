import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import type { DiscordConsentMessage } from "../../types/http/server"
import { listenToConsent, openConsentWindow } from "../lib/consent-window"
import { backendOrigin } from "../lib/sdk"
import { beginConnect, serversQueryKeys } from "./api/servers"

/** Where an attempt to connect a server stands. */
export type ConnectState =
  | { step: "idle" }
  | { step: "opening" }
  /** `blocked_url`: the browser opened no window, the admin has to follow this link. */
  | { step: "waiting"; blocked_url: string | null }
  | { step: "closed" }
  | { step: "not_started"; error: unknown }
  | { step: "ended"; message: DiscordConsentMessage }

/** Sends the admin to Discord in a window of its own, and learns how it ends there. */
export function useConnectServer(): { state: ConnectState; connect: () => void } {
  const [state, setState] = useState<ConnectState>({ step: "idle" })
  const queryClient = useQueryClient()
  const stopListening = useRef<() => void>(() => undefined)
  useEffect(() => () => stopListening.current(), [])

  const connect = useCallback(() => {
    stopListening.current()
    const consentWindow = openConsentWindow()
    setState({ step: "opening" })
    stopListening.current = listenToConsent(consentWindow, backendOrigin(), {
      onMessage: (message) => {
        consentWindow?.close()
        setState({ step: "ended", message })
        void queryClient.invalidateQueries({ queryKey: serversQueryKeys.all })
      },
      onClosed: () => setState({ step: "closed" }),
    })
    beginConnect().then(
      (url) => {
        if (consentWindow) {
          consentWindow.location.href = url
        }
        setState({ step: "waiting", blocked_url: consentWindow ? null : url })
      },
      (error: unknown) => {
        stopListening.current()
        consentWindow?.close()
        setState({ step: "not_started", error })
      },
    )
  }, [queryClient])

  return { state, connect }
}
