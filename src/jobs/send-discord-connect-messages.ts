import type { MedusaContainer } from "@medusajs/framework/types"
import { sendDueConnectMessagesWorkflow } from "../workflows/connect-message"

/** Asks buyers who have not connected Discord to do so: a minute after the order, and once more as a reminder. */
export default async function sendDiscordConnectMessages(
  container: MedusaContainer,
): Promise<void> {
  await sendDueConnectMessagesWorkflow(container).run()
}

export const config = { name: "send-discord-connect-messages", schedule: "* * * * *" }
