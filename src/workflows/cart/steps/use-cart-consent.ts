import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { cartRefused } from "../../../modules/discord/cart/cart.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import { findGuestOrder } from "../utils/guest-order"

/** An order that may come from a cart with which Discord was connected, or that cart, once it may be an order. */
export type UseCartConsentInput = { order_id: string } | { cart_id: string }

/**
 * Gives a guest's order to the Discord user who consented for its cart. Whoever comes second finds it done. Needs no
 * compensation: the order is theirs, whatever fails later.
 *
 * @returns the servers that have work now
 * @throws MedusaError CONFLICT when a cart is named whose order is another Discord user's
 */
export const useCartConsentStep = createStep(
  "discord-use-cart-consent",
  async (input: UseCartConsentInput, { container }) => {
    const { carts } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const order = (await carts.areWaiting()) ? await findGuestOrder(container, input) : null
    const used = order && (await carts.use(order))
    if (used?.taken && "cart_id" in input) {
      throw cartRefused("taken")
    }
    return new StepResponse({ server_ids: used?.server_ids ?? [] })
  },
)
