import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepSubscriptionsWorkflow } from "../workflows/entitlement"

/** Finds the changes of subscriptions that no event told of. */
export default async function sweepDiscordSubscriptions(container: MedusaContainer): Promise<void> {
  await sweepSubscriptionsWorkflow(container).run({ input: { full: false } })
}

export const config = { name: "sweep-discord-subscriptions", schedule: "* * * * *" }
