import { pathOf } from "../../../helpers/store/admin"
import { guestOrder } from "../../../helpers/account/claim"
import { HttpClient, type HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

/** A name that is HTML, if nobody escapes it. */
export const STORE_NAME = `Ada's <script>alert("store")</script> & Söhne`
export const LOGO_URL = "https://images.store.test/logo.png?size=1&x=2"
export const SUPPORT_URL = "mailto:help@store.test"
export const ACCOUNT = "/discord/account"
export const CLAIM = "/discord/claim"

export type Page = HttpAnswer<string>

export async function open(browser: HttpClient, path: string, language?: string): Promise<Page> {
  return browser.raw<string>(path, language ? { headers: { "accept-language": language } } : {})
}

/** As a browser sends a form. */
export async function submit(
  browser: HttpClient,
  path: string,
  fields: Record<string, string>,
): Promise<Page> {
  return browser.raw<string>(path, {
    text: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  })
}

/** The hidden field of a page's forms. */
export function fieldOf({ body }: Page, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1]
  if (value === undefined) {
    throw new Error(`The page has no field ${name}:\n${body}`)
  }
  return value
}

/** Presses a button of the account page, as it stands there now. */
export async function press(browser: HttpClient, action: string): Promise<Page> {
  const form_token = fieldOf(await open(browser, ACCOUNT), "form_token")
  return submit(browser, ACCOUNT, { form_token, action })
}

export function locationOf(answer: HttpAnswer<unknown>): string {
  const location = answer.headers.get("location")
  if (answer.status !== 303 || location === null) {
    throw new Error(`No redirect: ${answer.status} ${String(answer.body)}`)
  }
  return location
}

/** Opens a claim link and presses its button. @returns Discord's page */
export async function begin(browser: HttpClient, link: string): Promise<string> {
  const page = await open(browser, pathOf(link))
  return locationOf(await submit(browser, CLAIM, { token: fieldOf(page, "token") }))
}

/** Consents in Discord, and comes back. @returns the answer of the callback */
export async function comeBack(
  { discord }: Scene,
  browser: HttpClient,
  page: string,
  user_id: string,
  choice: { decision?: "deny"; scopes?: string[] } = {},
): Promise<Page> {
  return browser.raw<string>(pathOf(await discord.control.authorize(page, { user_id, ...choice })))
}

export interface Connected {
  browser: HttpClient
  order: string
  link: string
  userId: string
  answer: Page
}

/** A guest has bought Gold, opened their link and connected. */
export async function connectedGuest(scene: Scene, name: string): Promise<Connected> {
  const { order, link } = await guestOrder(scene, name)
  const userId = await scene.discord.createUser(name)
  const browser = new HttpClient(scene.baseUrl)
  const answer = await comeBack(scene, browser, await begin(browser, link), userId)
  return { browser, order, link, userId, answer }
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

/** What a page says to a person. */
export function wordsOf({ body }: Page): string {
  return body
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&([\w#]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, " ")
}
