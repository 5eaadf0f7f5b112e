import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { newId } from "../../../modules/discord/db/db"
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
    const { connectMessages } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    connectMessages.requireRoute()
    const order = await readMessageOrder(container, order_id)
    const roles = await connectMessages.promisedRoles(order_id)
    if (order.customer_id === null || roles.length === 0) {
      throw refused(MedusaError.Types.NOT_ALLOWED, say("refusal.nothing_to_tell"))
    }
    const message = await connectMessages.note(order_id, order.customer_id)
    const key = `discord-connect:${order_id}:${newId("again")}`
    const to = await deliver(container, { message, order, reminder: false, key })
    if (to === null) {
      throw refused(MedusaError.Types.NOT_ALLOWED, say("refusal.nobody_to_write_to"))
    }
    return new StepResponse({ order_id, to })
  },
)
