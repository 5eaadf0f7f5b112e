import type { AdminDiscordClaimResponse } from "../../../src/types/http"
import { pathOf } from "../store/admin"
import { Customer } from "./customer"
import { HttpClient, type HttpAnswer } from "../store/http"
import type { Scene } from "../store/suite"

/** Somebody without an account in the storefront, with a browser of their own. */
export function guest({ baseUrl, store }: Scene, name: string): Customer {
  return Customer.guest(baseUrl, store, `${name}@guests.test`)
}

/** The link that an admin copies for the guest of an order. */
export async function claimLink({ admin }: Scene, orderId: string): Promise<string> {
  const path = `/admin/orders/${orderId}/discord/claim`
  return (await admin.send<AdminDiscordClaimResponse>(path, { method: "POST" })).claim_url
}

/** A guest has bought Gold, and an admin has copied the link for them. */
export async function guestOrder(
  scene: Scene,
  name: string,
): Promise<{ order: string; link: string }> {
  await scene.setUp()
  const order = await guest(scene, name).buy("Gold")
  await scene.settled(order)
  return { order, link: await claimLink(scene, order) }
}

/** Opens a claim link and consents as this Discord user. @returns the callback, path and query, not opened yet */
export async function consentToClaim(
  { discord }: Scene,
  browser: HttpClient,
  link: string,
  userId: string,
): Promise<string> {
  const opened = await browser.raw<string>(pathOf(link))
  const page = opened.headers.get("location")
  if (opened.status !== 303 || page === null) {
    throw new Error(`The link does not lead to Discord: ${opened.status} ${opened.body}`)
  }
  return pathOf(await discord.control.authorize(page, { user_id: userId }))
}

/** Claims by a link as this Discord user, in a browser of their own. @returns the answer of the callback */
export async function claim(
  scene: Scene,
  link: string,
  userId: string,
): Promise<HttpAnswer<unknown>> {
  const browser = new HttpClient(scene.baseUrl)
  return browser.raw(await consentToClaim(scene, browser, link, userId))
}

/** What the page says that a link ends on which does not work. */
export async function refusalOf({ baseUrl }: Scene, link: string): Promise<string> {
  const answer = await new HttpClient(baseUrl).raw<string>(pathOf(link))
  return `${answer.status} ${/<p>(.*)<\/p>/.exec(answer.body)?.[1] ?? answer.body}`
}
