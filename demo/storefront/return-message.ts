import type { Message } from "./components/notice"

/** How a visit to Discord ended, as the store wrote it into the page's address; taken out of it, once read. */
export function takeReturnMessage(): Message | null {
  const address = new URL(location.href)
  const ending = address.searchParams.get("discord")
  const text = address.searchParams.get("discord_message")
  if (ending === null) return null
  address.search = ""
  history.replaceState(null, "", address)
  return {
    tone: ending === "connected" ? "good" : ending === "declined" ? "plain" : "bad",
    text: text ?? "Discord was visited.",
  }
}
