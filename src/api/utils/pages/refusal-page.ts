import { say, type Message } from "../../../messages"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../../modules/discord/engine/deps"
import { retryAfterOf } from "../../../modules/discord/refused"
import { customerWordsOf, statusOf } from "../error-words"
import { brandOf } from "./brand"
import { sendPage, type Page } from "./page"
import { refusalOf, TooManyRequests } from "../request-limits"
import type { DiscordConsentMessage } from "../../../types/http"

interface Refused {
  title: Message
  /** What to tell the window that opened this one. */
  message?: (text: Message) => DiscordConsentMessage
  /** What can be done about it on the page itself. */
  more?: Pick<Page, "body" | "forms">
}

/** A link that does not work: fixed words, and the ways to the store. */
export async function sendRefusalPage(
  req: MedusaRequest,
  res: MedusaResponse,
  error: unknown,
  { title, message, more }: Refused,
): Promise<void> {
  const refusal = await refusalOf(req, error)
  const brand = await brandOf(req)
  if (refusal instanceof TooManyRequests) {
    res.set("Retry-After", String(refusal.seconds))
    sendPage(req, res, 429, { title, text: refusal.text, brand })
    return
  }
  const text = customerWordsOf(refusal)
  const seconds = retryAfterOf(refusal)
  if (seconds !== null) {
    res.set("Retry-After", String(seconds))
  }
  const status = statusOf(refusal)
  // Who has to wait is told for how long: nothing is wrong with the store.
  if (status >= 500 && seconds === null) {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`discord: a page could not be shown: ${messageOf(refusal)}`)
  }
  sendPage(req, res, status, {
    title,
    text,
    brand,
    ...more,
    ...(message && { message: message(text) }),
  })
}

/** An address that lacks what it needs. */
export async function sendIncompletePage(
  req: MedusaRequest,
  res: MedusaResponse,
  title: Message,
): Promise<void> {
  sendPage(req, res, 400, { title, text: say("request.incomplete"), brand: await brandOf(req) })
}
