import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { wordsOf } from "../../../modules/discord/error-words.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import type { DueMessage } from "../../../modules/discord/connect-message/connect-message.store"
import { deliver, readMessageOrder } from "./deliver"

/** Sends every message that is due. One that fails is noted and tried again later: it stops no other. */
export const sendDueConnectMessagesStep = createStep(
  "discord-send-due-connect-messages",
  async (_: undefined, { container }) => {
    const { connectMessages } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    let sent = 0
    for (let due = await connectMessages.take(); due; due = await connectMessages.take()) {
      try {
        sent += (await send(container, due)) === null ? 0 : 1
      } catch (error) {
        await connectMessages.failed(due, wordsOf(error) ?? String(error))
      }
    }
    return new StepResponse({ sent })
  },
)

async function send(container: MedusaContainer, message: DueMessage): Promise<string | null> {
  const order = await readMessageOrder(container, message.order_id)
  const reminder = message.sent_at !== null
  const key = `discord-connect:${message.order_id}${reminder ? ":reminder" : ""}`
  return deliver(container, { message, order, reminder, key })
}
