import { say, type Message } from "../../../messages"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { discordOf } from "../discord"
import { customerWordsOf, statusOf } from "../error-words"
import { sendPage } from "./page"
import { refusalOf, TooManyRequests } from "../request-limits"
import type { DiscordConsentMessage } from "../../../types/http"

interface Refused {
  title: Message
  /** What to tell the window that opened this one. */
  message?: (text: Message) => DiscordConsentMessage
}

/** A link that does not work: fixed words, and a way back to the store. */
export async function sendRefusalPage(
  req: MedusaRequest,
  res: MedusaResponse,
  error: unknown,
  { title, message }: Refused,
): Promise<void> {
  const refusal = await refusalOf(req, error)
  const link = storeLink(req)
  if (refusal instanceof TooManyRequests) {
    res.set("Retry-After", String(refusal.seconds))
    sendPage(res, 429, { title, text: refusal.text, link })
    return
  }
  const text = customerWordsOf(refusal)
  sendPage(res, statusOf(refusal), {
    title,
    text,
    link,
    ...(message && { message: message(text) }),
  })
}

/** An address that lacks what it needs. */
export function sendIncompletePage(req: MedusaRequest, res: MedusaResponse, title: Message): void {
  sendPage(res, 400, {
    title,
    text: say("request.incomplete"),
    link: storeLink(req),
  })
}

function storeLink({ scope }: MedusaRequest): { href: string; text: Message } {
  const { redirectUrls, backendUrl } = discordOf(scope).options
  return { href: redirectUrls[0] ?? backendUrl, text: say("request.back_to_store") }
}
