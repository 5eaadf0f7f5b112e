import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sweepSubscriptionsStep, type SweepSubscriptionsInput } from "../steps/sweep-subscriptions"

export const sweepSubscriptionsWorkflowId = "discord-sweep-subscriptions"

/**
 * Looks through the subscriptions that changed since it last did, and syncs those that say something else than what is
 * stored. Ends at once when another process is at it.
 */
export const sweepSubscriptionsWorkflow = createWorkflow(
  sweepSubscriptionsWorkflowId,
  (input: SweepSubscriptionsInput) => new WorkflowResponse(sweepSubscriptionsStep(input)),
)
