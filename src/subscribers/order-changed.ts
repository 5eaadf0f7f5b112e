import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ORDER_EVENTS, recordOf } from "../modules/discord/entitlement/order-events.rules"
import { orderRecordChanged } from "../workflows/entitlement/utils/order-changes"

/** Which event it was makes no difference: the order itself says what it gives. */
export default async function orderChanged({
  event: { name, data },
  container,
}: SubscriberArgs): Promise<void> {
  await orderRecordChanged(container, recordOf(name, data))
}

export const config: SubscriberConfig = {
  event: Object.keys(ORDER_EVENTS),
  context: { subscriberId: "discord-order-changed" },
}
