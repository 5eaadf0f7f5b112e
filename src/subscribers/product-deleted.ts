import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductWorkflowEvents } from "@medusajs/framework/utils"
import { retireVariantsWorkflow } from "../workflows/catalogue"

/** Medusa deletes a product's variants with it, and tells of the product only. */
export default async function productDeleted({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await retireVariantsWorkflow(container).run({ input: { product_ids: [data.id] } })
}

export const config: SubscriberConfig = {
  event: ProductWorkflowEvents.DELETED,
  context: { subscriberId: "discord-product-deleted" },
}
