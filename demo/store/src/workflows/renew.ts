import type { CreateOrderLineItemDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createOrderPaymentCollectionWorkflow,
  createOrderWorkflow,
  createRemoteLinkStep,
  markPaymentCollectionAsPaid,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { RECIPE_MODULE } from "../../../../integration-tests/subscription-modules/recipe"
import { renewed, type Subscription } from "../subscription.rules"
import { setPlanStep, updateSubscriptionStep } from "./steps/change-subscription"

export interface RenewInput {
  id: string
  /** What the bank says to the charge: Medusa's manual payment has no bank to say it. */
  is_declined: boolean
}

type Renewable = Subscription & {
  customer?: { id: string; email: string }
  orders?: { region_id: string; sales_channel_id: string; currency_code: string }[]
}

const chargeStep = createStep("demo-charge", async ({ is_declined }: RenewInput) => {
  if (is_declined) {
    throw new MedusaError(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, "The card was declined.")
  }
  return new StepResponse(undefined)
})

/** The recipe's: charges one month more, makes an order of it, and moves the end. */
export const renewWorkflow = createWorkflow("demo-renew-subscription", (input: RenewInput) => {
  const { data: subscriptions } = useQueryGraphStep({
    entity: "subscription",
    fields: [
      "*",
      "product_variant.id",
      "customer.id",
      "customer.email",
      "orders.region_id",
      "orders.sales_channel_id",
      "orders.currency_code",
    ],
    filters: { id: input.id },
    options: { throwIfKeyNotFound: true },
  })
  const subscription = transform(
    { subscriptions },
    (found) => found.subscriptions[0] as unknown as Renewable,
  )
  chargeStep(input)
  const orderData = transform({ subscription }, (found) => {
    const { customer, orders } = found.subscription
    const [first] = orders ?? []
    return {
      region_id: first?.region_id ?? "",
      sales_channel_id: first?.sales_channel_id ?? "",
      currency_code: first?.currency_code ?? "",
      customer_id: customer?.id ?? "",
      email: customer?.email ?? "",
      // Title and price are the variant's, as they are now: Medusa reads them, though its type asks for them.
      items: [
        {
          variant_id: renewed(found.subscription, new Date()).variant_id,
          quantity: 1,
        } as CreateOrderLineItemDTO,
      ],
    }
  })
  const order = createOrderWorkflow.runAsStep({ input: orderData })
  createRemoteLinkStep(
    transform({ input, order }, (made) => [
      {
        [RECIPE_MODULE]: { subscription_id: made.input.id },
        [Modules.ORDER]: { order_id: made.order.id },
      },
    ]),
  )
  const toPay = transform({ order }, (made) => ({
    order_id: made.order.id,
    amount: Number(made.order.total),
  }))
  const collections = createOrderPaymentCollectionWorkflow.runAsStep({ input: toPay })
  markPaymentCollectionAsPaid.runAsStep({
    input: transform({ order, collections }, (made) => ({
      order_id: made.order.id,
      payment_collection_id: made.collections[0]?.id ?? "",
    })),
  })
  const change = transform({ subscription }, (found) => ({
    subscription: found.subscription,
    ...renewed(found.subscription, new Date()),
  }))
  setPlanStep(change)
  updateSubscriptionStep(change)
  return new WorkflowResponse(order)
})
