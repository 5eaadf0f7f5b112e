import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { syncSubscriptionEntitlementsWorkflow } from "../../../../src/workflows/entitlement"
import {
  setPlanStep,
  updateSubscriptionStep,
  type SubscriptionChange,
} from "./steps/change-subscription"

/** Another plan, an end, other dates. */
export const changeWorkflow = createWorkflow(
  "demo-change-subscription",
  (input: SubscriptionChange) => {
    setPlanStep(input)
    updateSubscriptionStep(input)
    // A link alone changes no record, and sends no event.
    syncSubscriptionEntitlementsWorkflow.runAsStep({
      input: transform({ input }, (given) => ({
        source: "recipe",
        id: given.input.subscription.id,
      })),
    })
    return new WorkflowResponse(undefined)
  },
)
