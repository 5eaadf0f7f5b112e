import type { StoreConnectDiscordResponse } from "../../../src/types/http"
import { pathOf } from "../store/admin"
import type { HttpAnswer, HttpClient } from "../store/http"
import type { Scene } from "../store/suite"

/** Asks to connect Discord with a cart. */
export async function askFor(
  http: HttpClient,
  cartId: string,
): Promise<HttpAnswer<StoreConnectDiscordResponse & { code?: string; message?: string }>> {
  return http.raw("/store/discord/connect", { body: { cart_id: cartId } })
}

/** Consents for a cart as this Discord user. @returns the callback, path and query, not opened yet */
export async function consentForCart(
  { discord }: Scene,
  http: HttpClient,
  cartId: string,
  userId: string,
): Promise<string> {
  const { authorization_url } = (await askFor(http, cartId)).body
  return pathOf(await discord.control.authorize(authorization_url, { user_id: userId }))
}

/** Connects Discord with a cart. @returns the answer of the callback */
export async function connectCart(
  scene: Scene,
  http: HttpClient,
  cartId: string,
  userId: string,
): Promise<HttpAnswer<unknown>> {
  return http.raw(await consentForCart(scene, http, cartId, userId))
}
