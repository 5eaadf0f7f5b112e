import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  RECIPE_MODULE,
  type RecipeService,
} from "../../../../../integration-tests/subscription-modules/recipe"
import { newPeriod } from "../../subscription.rules"

export const createSubscriptionStep = createStep(
  "demo-create-subscription",
  async ({ subscription_id }: { subscription_id: string | null }, { container, context }) => {
    // A cart that is completed twice is one order, and one subscription.
    if (subscription_id !== null) return new StepResponse(subscription_id, null)
    const now = new Date()
    const { id } = await container.resolve<RecipeService>(RECIPE_MODULE).createSubscriptions(
      { interval: "monthly" as const, period: 1, subscription_date: now, ...newPeriod(now) },
      // Its event is sent with the workflow's others, at the end: when the links are there.
      context.eventGroupId === undefined ? {} : { eventGroupId: context.eventGroupId },
    )
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve<RecipeService>(RECIPE_MODULE).deleteSubscriptions(id)
  },
)
