import type { Link } from "@medusajs/framework/modules-sdk"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  RECIPE_MODULE,
  type RecipeService,
} from "../../../../../integration-tests/subscription-modules/recipe"
import { planOf, type Subscription } from "../../subscription.rules"

export interface SubscriptionChange {
  subscription: Subscription
  /** The plan from now on. */
  variant_id: string
  data: Partial<Omit<Subscription, "id" | "product_variant">>
}

/** Whoever reads in between finds no plan, which takes nothing from anybody. */
export const setPlanStep = createStep(
  "demo-set-plan",
  async ({ subscription, variant_id }: SubscriptionChange, { container }) => {
    const { id } = subscription
    const before = planOf(subscription).variant_id
    const change = { id, from: before, to: variant_id }
    await relink(container.resolve<Link>(ContainerRegistrationKeys.LINK), change)
    return new StepResponse(undefined, { id, from: variant_id, to: before })
  },
  async (back, { container }) => {
    if (back) await relink(container.resolve<Link>(ContainerRegistrationKeys.LINK), back)
  },
)

/** Writes the record, as the recipe's own steps do. */
export const updateSubscriptionStep = createStep(
  "demo-update-subscription",
  async ({ subscription, data }: SubscriptionChange, { container }) => {
    const service = container.resolve<RecipeService>(RECIPE_MODULE)
    const { id } = subscription
    const before = await service.retrieveSubscription(id)
    await service.updateSubscriptions({ id, ...data })
    const { status, subscription_date, last_order_date, next_order_date } = before
    const { expiration_date, metadata } = before
    const dates = { subscription_date, last_order_date, next_order_date, expiration_date }
    return new StepResponse(undefined, { id, status, metadata, ...dates })
  },
  async (before, { container }) => {
    if (before) await container.resolve<RecipeService>(RECIPE_MODULE).updateSubscriptions(before)
  },
)

async function relink(link: Link, { id, from, to }: Record<"id" | "from" | "to", string>) {
  if (from === to) return
  const between = (product_variant_id: string) => ({
    [RECIPE_MODULE]: { subscription_id: id },
    [Modules.PRODUCT]: { product_variant_id },
  })
  await link.dismiss(between(from))
  await link.create(between(to))
}
