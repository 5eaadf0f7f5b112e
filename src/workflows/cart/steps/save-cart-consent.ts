import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { cartRefused, returnRefusal } from "../../../modules/discord/cart/cart.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import { readCart } from "../utils/read-cart"

/** What came back with the consent for a guest's cart. */
export interface ConnectCartInput {
  cart_id: string
  /** The code Discord's consent page gave, and the PKCE verifier it was asked for with. */
  code: string
  verifier: string
}

/**
 * Exchanges the code and keeps the consent for the cart. The cart may have become somebody's meanwhile: an e-mail address was
 * typed into it, or its buyer signed in. Discord takes the code once: nothing undoes it, and time does.
 *
 * @throws MedusaError in words when the cart is not a guest's any more
 */
export const saveCartConsentStep = createStep(
  "discord-save-cart-consent",
  async ({ cart_id, ...code }: ConnectCartInput, { container }) => {
    const refusal = returnRefusal(await readCart(container, cart_id))
    if (refusal) {
      throw cartRefused(refusal)
    }
    const { carts } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await carts.save(cart_id, code))
  },
)
