import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepOrdersWorkflow } from "../workflows/entitlement"

/** Finds the changes of orders that no event told of: lost in a crash, or never sent. */
export default async function sweepDiscordOrders(container: MedusaContainer): Promise<void> {
  await sweepOrdersWorkflow(container).run()
}

export const config = { name: "sweep-discord-orders", schedule: "* * * * *" }
