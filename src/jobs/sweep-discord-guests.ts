import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepGuestsWorkflow } from "../workflows/account"

/** Finds guests who have proven by now which customer they are. */
export default async function sweepDiscordGuests(container: MedusaContainer): Promise<void> {
  await sweepGuestsWorkflow(container).run()
}

export const config = { name: "sweep-discord-guests", schedule: "* * * * *" }
