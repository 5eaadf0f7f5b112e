import type { DiscordConsentMessage } from "../../types/http/server"

/** The name the message carries, and that of the channel it is also sent on. */
const SOURCE: DiscordConsentMessage["source"] = "medusa-plugin-discord-roles"
const FEATURES = "popup,width=520,height=820"
const LOOK_MS = 500
/** A window that has just told how it ended may close before its message arrives. */
const PATIENCE_MS = 1_500

/**
 * Opens an empty window. To be called in the click itself: a window opened after a wait is taken for an advertisement.
 *
 * @returns null when the browser blocked it
 */
export function openConsentWindow(): Window | null {
  return window.open("", "discord-consent", FEATURES)
}

export interface ConsentListener {
  onMessage: (message: DiscordConsentMessage) => void
  /** The window is closed, or Discord has cut it off from here: it may still tell how it ended. */
  onClosed: () => void
}

/**
 * Listens for how a consent ends: as a message of the window, or on a channel of this origin, since Discord's pages may cut
 * a window off from its opener.
 *
 * @param consentWindow null when the browser blocked it, and the admin opened it by a link
 * @param backendOrigin where the page at the end of the consent comes from
 * @returns ends the listening
 */
export function listenToConsent(
  consentWindow: Window | null,
  backendOrigin: string,
  { onMessage, onClosed }: ConsentListener,
): () => void {
  const take = (data: unknown) => {
    if (isConsentMessage(data)) {
      stop()
      onMessage(data)
    }
  }
  const onWindowMessage = (event: MessageEvent<unknown>) => {
    if (event.origin === backendOrigin || event.origin === window.location.origin) {
      take(event.data)
    }
  }
  const channel = new BroadcastChannel(SOURCE)
  channel.onmessage = (event: MessageEvent<unknown>) => take(event.data)
  window.addEventListener("message", onWindowMessage)
  let patience: number | undefined
  const look = window.setInterval(() => {
    if (consentWindow?.closed) {
      window.clearInterval(look)
      patience = window.setTimeout(onClosed, PATIENCE_MS)
    }
  }, LOOK_MS)

  function stop() {
    window.clearInterval(look)
    window.clearTimeout(patience)
    window.removeEventListener("message", onWindowMessage)
    channel.close()
  }
  return stop
}

function isConsentMessage(data: unknown): data is DiscordConsentMessage {
  return typeof data === "object" && data !== null && "source" in data && data.source === SOURCE
}
