import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  completeCartWorkflow,
  createRemoteLinkStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { RECIPE_MODULE } from "../../../../integration-tests/subscription-modules/recipe"
import { createSubscriptionStep } from "./steps/create-subscription"

/** An order with a plan, as far as it is looked at. */
interface PlanOrder {
  id: string
  display_id: number
  customer_id: string
  items: { variant_id: string }[]
  subscription?: { id: string }
}

/** The recipe's: completes a cart with a plan, and begins the subscription that renews it. */
export const subscribeWorkflow = createWorkflow("demo-subscribe", (input: { cart_id: string }) => {
  const { id } = completeCartWorkflow.runAsStep({ input: { id: input.cart_id } })
  const { data } = useQueryGraphStep({
    entity: "order",
    fields: ["id", "display_id", "customer_id", "items.variant_id", "subscription.id"],
    filters: { id },
    options: { throwIfKeyNotFound: true },
  })
  const order = transform({ data }, (found) => (found.data as unknown as [PlanOrder])[0])
  const subscription_id = createSubscriptionStep(
    transform({ order }, (found) => ({ subscription_id: found.order.subscription?.id ?? null })),
  )
  const links = transform({ order, subscription_id }, (made) => {
    const subscription = { [RECIPE_MODULE]: { subscription_id: made.subscription_id } }
    const { id: order_id, customer_id, items } = made.order
    return [
      { ...subscription, [Modules.ORDER]: { order_id } },
      { ...subscription, [Modules.CUSTOMER]: { customer_id } },
      { ...subscription, [Modules.PRODUCT]: { product_variant_id: items[0]?.variant_id } },
    ]
  })
  createRemoteLinkStep(links)
  return new WorkflowResponse(
    transform({ order }, (made) => ({ id: made.order.id, display_id: made.order.display_id })),
  )
})
