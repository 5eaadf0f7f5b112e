import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { backfillOrdersWorkflow, ORDER_BACKFILL_STARTED } from "../workflows/sync"

/** Reads the orders where workers work, not where the admin's request is answered. */
export default async function orderBackfillStarted({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await backfillOrdersWorkflow(container).run()
}

export const config: SubscriberConfig = {
  event: ORDER_BACKFILL_STARTED,
  context: { subscriberId: "discord-order-backfill-started" },
}
