import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { syncOrderEntitlementsWorkflow } from "../workflows/entitlement"

/** Which event it was makes no difference: the order itself says what it gives. */
export default async function orderChanged({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: data.id } })
}

export const config: SubscriberConfig = {
  event: [OrderWorkflowEvents.PLACED, OrderWorkflowEvents.CANCELED],
  context: { subscriberId: "discord-order-changed" },
}
