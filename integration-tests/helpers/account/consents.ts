import { pathOf } from "../store/admin"
import { guest, guestOrder } from "./claim"
import { HttpClient, type HttpAnswer } from "../store/http"
import type { Scene } from "../store/suite"

/** A way to Discord, in one browser. */
export interface ConsentFlow {
  browser: HttpClient
  /** Goes to Discord's page, once more as from another tab. @returns the answer that ties the browser to it */
  begin: () => Promise<HttpAnswer<unknown>>
  /** Consents on the page that an answer leads to. @returns the answer of the callback */
  finish: (begun: HttpAnswer<unknown>) => Promise<HttpAnswer<unknown>>
}

/** Every way to Discord, and what its cookie is called over http. */
export const CONSENT_FLOWS: {
  whose: string
  cookie: string
  open: (scene: Scene) => Promise<ConsentFlow>
}[] = [
  { whose: "an admin's, to a server", cookie: "discord_oauth_server", open: toServer },
  { whose: "a customer's", cookie: "discord_oauth_account", open: toAccount },
  { whose: "a customer's, by connect_url", cookie: "discord_oauth_account", open: byConnectUrl },
  { whose: "a guest's, for their cart", cookie: "discord_oauth_cart", open: toCart },
  { whose: "a guest's, in the storefront", cookie: "discord_oauth_claim", open: toClaim },
  { whose: "a guest's, by the link", cookie: "discord_oauth_claim", open: byClaimLink },
]

async function toServer({ admin, discord }: Scene): Promise<ConsentFlow> {
  return {
    browser: admin,
    begin: () => admin.raw("/admin/discord/servers/connect", { method: "POST" }),
    finish: async (begun) => {
      const choice = { user_id: discord.ownerId, guild_id: discord.guildId }
      return admin.raw(pathOf(await discord.control.authorize(pageOf(begun), choice)))
    },
  }
}

async function toAccount({ discord, newBuyer }: Scene): Promise<ConsentFlow> {
  const { customer, userId } = await newBuyer("ada")
  const browser = customer.http
  return {
    browser,
    begin: () => browser.raw("/store/discord/connect", { method: "POST" }),
    finish: finishAs({ discord }, browser, userId),
  }
}

async function byConnectUrl({ baseUrl, discord, newBuyer }: Scene): Promise<ConsentFlow> {
  const { customer, userId } = await newBuyer("ada")
  const browser = new HttpClient(baseUrl)
  return {
    browser,
    begin: async () => {
      const { connect_url } = await customer.http.send<{ connect_url: string }>(
        "/store/discord/connect",
        { method: "POST" },
      )
      return browser.raw(pathOf(connect_url))
    },
    finish: finishAs({ discord }, browser, userId),
  }
}

async function toCart(scene: Scene): Promise<ConsentFlow> {
  const shopper = guest(scene, "gina")
  const browser = shopper.http
  const variant_id = scene.store.variants.Gold
  const cart_id = await shopper.fillCart([{ variant_id, quantity: 1 }])
  return {
    browser,
    begin: () => browser.raw("/store/discord/connect", { body: { cart_id } }),
    finish: finishAs(scene, browser, await scene.discord.createUser("gina")),
  }
}

async function toClaim(scene: Scene): Promise<ConsentFlow> {
  const { link } = await guestOrder(scene, "gina")
  const browser = guest(scene, "gina").http
  const body = { token: new URL(link).searchParams.get("token") }
  return {
    browser,
    begin: () => browser.raw("/store/discord/claims", { body }),
    finish: finishAs(scene, browser, await scene.discord.createUser("gina")),
  }
}

async function byClaimLink(scene: Scene): Promise<ConsentFlow> {
  const { link } = await guestOrder(scene, "gina")
  const browser = new HttpClient(scene.baseUrl)
  return {
    browser,
    begin: () => browser.raw(pathOf(link)),
    finish: finishAs(scene, browser, await scene.discord.createUser("gina")),
  }
}

function finishAs({ discord }: Pick<Scene, "discord">, browser: HttpClient, user_id: string) {
  return async (begun: HttpAnswer<unknown>): Promise<HttpAnswer<unknown>> =>
    browser.raw(pathOf(await discord.control.authorize(pageOf(begun), { user_id })))
}

/** Discord's page, as a storefront or a browser is told of it. */
function pageOf({ body, headers }: HttpAnswer<unknown>): string {
  return headers.get("location") ?? (body as { authorization_url: string }).authorization_url
}

/**
 * One browser goes to Discord from two tabs and comes back to both: one cookie ties it to both, and is taken back with the second.
 *
 * @param attributes how the cookie ends, e.g. `HttpOnly; SameSite=Lax`
 */
export async function expectOneCookie(
  { begin, finish }: ConsentFlow,
  name: string,
  attributes: string,
): Promise<void> {
  const first = await begin()
  const [set = "", ...others] = first.headers.getSetCookie()
  expect(others).toEqual([])
  expect(set.replace(/=[\w-]{43};/, "=…;").replace(/Expires=[^;]+/, "Expires=…")).toBe(
    `${name}=…; Max-Age=600; Path=/; Expires=…; ${attributes}`,
  )
  const second = await begin()
  const value = (cookie: string | undefined) => cookie?.split(";")[0]
  expect(second.headers.getSetCookie().map(value)).toEqual([value(set)])
  expect((await finish(first)).headers.getSetCookie()).toEqual([])
  expect((await finish(second)).headers.getSetCookie()).toEqual([
    `${name}=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${attributes}`,
  ])
}
