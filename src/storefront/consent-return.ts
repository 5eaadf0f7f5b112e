import type { DiscordConsentEnding, DiscordConsentReason } from "../types/http"

/** How a visit to Discord ended, by the address that the browser came back to. */
export interface ConsentReturn {
  ending: Exclude<DiscordConsentEnding, "already_connected">
  /** For words of your own. A newer plugin may have more of them. */
  reason: DiscordConsentReason | (string & {}) | null
}

const ENDINGS: readonly string[] = [
  "connected",
  "declined",
  "conflict",
  "failed",
] satisfies ConsentReturn["ending"][]
const CODE = /^[a-z_]{1,50}$/

/**
 * Reads `?discord=` and `discord_reason=`. Whoever makes up an address chooses none of the words: only codes are read.
 *
 * @param query the page's query, as a string or as what a framework gives
 * @returns null when the address tells of no visit to Discord
 */
export function readConsentReturn(query: string | URLSearchParams): ConsentReturn | null {
  const params = new URLSearchParams(query)
  const ending = params.get("discord") ?? ""
  if (!ENDINGS.includes(ending)) {
    return null
  }
  const reason = params.get("discord_reason") ?? ""
  return {
    ending: ending as ConsentReturn["ending"],
    reason: CODE.test(reason) ? reason : null,
  }
}
