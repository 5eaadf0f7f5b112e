import type Medusa from "@medusajs/js-sdk"
import { setTimeout as delay } from "node:timers/promises"
import { placeOrder, subscribe } from "./checkout"
import { roleId, type DiscordWorld } from "./discord"
import { variantId, type Shop } from "./seed"

const VARIANT = "Gold"
const LIMIT_MS = 30_000
const POLL_MS = 5

/**
 * Buys Gold and waits until Discord says that the buyer holds the role.
 *
 * @returns the demo's last line; the time is from the answer that completed the cart
 * @throws Error when the role is not held within 30 seconds
 */
export async function orderAndWatch(
  sdk: Medusa,
  shop: Shop,
  discord: DiscordWorld,
  email: string,
): Promise<string> {
  const { regionId } = shop
  const purchase = { regionId, variantId: variantId(shop, VARIANT), email, countryCode: "de" }
  const order = await placeOrder(sdk, purchase, subscribe)
  const completed = performance.now()
  const { control, guild_id, buyer } = discord
  const role = roleId(discord, VARIANT)
  for (;;) {
    const member = await control.member(guild_id, buyer.id)
    const ms = Math.round(performance.now() - completed)
    if (member?.roles.includes(role)) {
      return `demo: order ${order.id} -> ${buyer.username} holds ${VARIANT} after ${ms} ms`
    }
    if (ms > LIMIT_MS) {
      throw new Error(
        `Order ${order.id} was placed, but ${buyer.username} does not hold ${VARIANT} after ${LIMIT_MS / 1000} s. ` +
          `Discord says: ${JSON.stringify(member)}`,
      )
    }
    await delay(POLL_MS)
  }
}
