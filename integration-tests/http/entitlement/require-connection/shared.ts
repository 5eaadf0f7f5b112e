import type {
  StoreProductDiscordRolesResponse,
  StoreVariantDiscordRoles,
} from "../../../../src/types/http"
import { guest } from "../../../helpers/account/claim"
import type { Customer } from "../../../helpers/account/customer"
import type { RoleName } from "../../../helpers/server/discord"
import type { HttpAnswer, HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

/** What Medusa answers when a cart is completed: an order, or a refusal. */
export interface Completed {
  type: string
  code?: string
  message?: string
  order?: { id: string }
}

/** Says for the whole store whether buyers connect Discord first. */
export function requireConnection({ service }: Scene, required: boolean | "warn"): void {
  service.options.requireConnection = required
}

/** What a storefront is told of the product before anybody buys it. */
export async function readProduct(
  { store }: Scene,
  http: HttpClient,
  query = "",
): Promise<StoreProductDiscordRolesResponse> {
  return http.send(`/store/products/${store.productId}/discord-roles${query}`)
}

/** The same of one variant. */
export async function readVariant(
  scene: Scene,
  http: HttpClient,
  name: RoleName,
  query = "",
): Promise<StoreVariantDiscordRoles> {
  const { variants } = await readProduct(scene, http, query)
  const found = variants.find(({ variant_id }) => variant_id === scene.store.variants[name])
  if (!found) {
    throw new Error(`The answer says nothing of ${name}`)
  }
  return found
}

/** A cart with one of each plan that lacks only to be completed. */
export async function cartOf(customer: Customer, ...plans: RoleName[]): Promise<string> {
  return customer.fillCart(
    plans.map((plan) => ({ variant_id: customer.store.variants[plan], quantity: 1 })),
  )
}

export async function complete(http: HttpClient, cartId: string): Promise<HttpAnswer<Completed>> {
  return http.raw<Completed>(`/store/carts/${cartId}/complete`, { method: "POST" })
}

/** Completes a cart that nothing stands in the way of. @returns the order's id */
export async function completed(http: HttpClient, cartId: string): Promise<string> {
  const { status, body } = await complete(http, cartId)
  if (status !== 200 || !body.order) {
    throw new Error(`The cart was not completed: ${status} ${JSON.stringify(body)}`)
  }
  return body.order.id
}

/** A guest with a cart of Gold, connected as a Discord user of that name. */
export async function guestWithCart(scene: Scene, name: string) {
  const shopper = guest(scene, name)
  const userId = await scene.discord.createUser(name)
  const cartId = await cartOf(shopper, "Gold")
  return { shopper, userId, cartId, http: shopper.http }
}
