import { readConsentReturn } from "medusa-plugin-discord-roles/storefront"
import type { Message } from "./components/notice"

/** The store's own words for how a visit ended. The address names it by a code: whoever makes an address up chooses no words. */
const WORDS: Record<string, string> = {
  connected: "Discord is connected.",
  order_connected: "Discord is connected to your order.",
  permission_missing:
    "Discord is connected, but we may not bring you into our server. Join it, or connect again and allow it.",
  declined: "Discord was not connected. You can start again at any time.",
  account_taken:
    "This Discord account belongs to another customer of ours. Disconnect it there first, or connect another one.",
  claim_used: "The link in the mail was used already.",
  claim_expired: "The link in the mail does not work any more.",
  discord_unavailable: "Discord did not answer. Please try again in a few minutes.",
}
const TONES = { connected: "good", declined: "plain", conflict: "bad", failed: "bad" } as const

/** How a visit to Discord ended, as the store wrote it into the page's address; taken out of it, once read. */
export function takeReturnMessage(): Message | null {
  const address = new URL(location.href)
  const returned = readConsentReturn(address.searchParams)
  if (!returned) return null
  for (const name of ["discord", "discord_reason"]) address.searchParams.delete(name)
  history.replaceState(null, "", address)
  const { ending, reason } = returned
  const otherwise = ending === "connected" ? WORDS.connected : "Discord was not connected."
  return { tone: TONES[ending], text: WORDS[reason ?? ""] ?? otherwise ?? "" }
}
