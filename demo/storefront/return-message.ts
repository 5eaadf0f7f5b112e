import type { DiscordConsentReason } from "../../src/types/http"
import { BACK } from "./sdk"
import type { Message } from "./components/notice"

/** The store's own words for how a visit ended. The address names it by a code: whoever makes an address up chooses no words. */
const WORDS: Partial<Record<DiscordConsentReason, string>> = {
  connected: "Discord is connected.",
  order_connected: "Discord is connected to your order.",
  permission_missing:
    "Discord is connected, but we may not bring you into our server. Join it, or connect again and allow it.",
  declined: "Discord was not connected. You can start again at any time.",
  account_taken:
    "This Discord account belongs to another customer of ours. Disconnect it there first, or connect another one.",
  discord_unavailable: "Discord did not answer. Please try again in a few minutes.",
}

/** How a visit to Discord ended, as the store wrote it into the page's address; taken out of it, once read. */
export function takeReturnMessage(): Message | null {
  const address = new URL(location.href)
  const ending = address.searchParams.get("discord")
  const reason = address.searchParams.get("discord_reason") as DiscordConsentReason | null
  if (ending === null) return null
  address.search = ""
  const back = sessionStorage.getItem(BACK)
  sessionStorage.removeItem(BACK)
  history.replaceState(null, "", back ?? address)
  const known = reason === null ? undefined : WORDS[reason]
  return {
    tone: ending === "connected" ? "good" : ending === "declined" ? "plain" : "bad",
    text:
      known ?? (ending === "connected" ? "Discord is connected." : "Discord was not connected."),
  }
}
