import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepSubscriptionsWorkflow } from "../workflows/entitlement"

/** Looks at every subscription again: for what changes without its record, such as a link. */
export default async function reviewDiscordSubscriptions(
  container: MedusaContainer,
): Promise<void> {
  await sweepSubscriptionsWorkflow(container).run({ input: { full: true } })
}

export const config = { name: "review-discord-subscriptions", schedule: "13 * * * *" }
