import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductVariantWorkflowEvents } from "@medusajs/framework/utils"
import { retireVariantsWorkflow } from "../workflows/catalogue"

export default async function variantDeleted({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await retireVariantsWorkflow(container).run({ input: { variant_ids: [data.id] } })
}

export const config: SubscriberConfig = {
  event: ProductVariantWorkflowEvents.DELETED,
  context: { subscriberId: "discord-variant-deleted" },
}
