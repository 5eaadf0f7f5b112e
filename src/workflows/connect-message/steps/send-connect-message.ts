import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { REFUSAL } from "../../../modules/discord/domain/refusals"
import { newId } from "../../../modules/discord/store/db"
import type DiscordModuleService from "../../../modules/discord/service"
import { deliver, readMessageOrder } from "./deliver"

export interface SendConnectMessageInput {
  order_id: string
}

/**
 * Sends an order's message now, whatever was sent before.
 *
 * @throws MedusaError in words when messages are off, or there is nothing to tell
 */
export const sendConnectMessageStep = createStep(
  "discord-send-connect-message",
  async ({ order_id }: SendConnectMessageInput, { container }) => {
    const { messages } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    messages.requireRoute()
    const order = await readMessageOrder(container, order_id)
    const roles = await messages.promisedRoles(order_id)
    if (order.customer_id === null || roles.length === 0) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, REFUSAL.nothing_to_tell())
    }
    const message = await messages.note(order_id, order.customer_id)
    const key = `discord-connect:${order_id}:${newId("again")}`
    const to = await deliver(container, { message, order, reminder: false, key })
    if (to === null) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, REFUSAL.nobody_to_write_to())
    }
    return new StepResponse({ order_id, to })
  },
)
