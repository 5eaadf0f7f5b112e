import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { onceInCluster } from "../../sync/utils/once-in-cluster"
import { sweepSubscriptions, type SubscriptionSweep } from "../utils/sweep-subscriptions"

export interface SweepSubscriptionsInput {
  /** All subscriptions, not only those that changed. */
  full: boolean
}

/** Needs no compensation: what it stores is a projection of the subscriptions, and they still say so. */
export const sweepSubscriptionsStep = createStep(
  "discord-sweep-subscriptions-step",
  async (input: SweepSubscriptionsInput, { container }) =>
    new StepResponse<SubscriptionSweep | null>(
      await onceInCluster(container, "discord:sweep:subscriptions", () =>
        sweepSubscriptions(container, input),
      ),
    ),
)
