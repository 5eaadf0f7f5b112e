import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sweepOrdersStep } from "../steps/sweep-orders"

export const sweepOrdersWorkflowId = "discord-sweep-orders"

/**
 * Looks through the orders that changed since it last did, and syncs those that say something else than what is stored.
 * Ends at once when another process is at it.
 */
export const sweepOrdersWorkflow = createWorkflow(sweepOrdersWorkflowId, () => {
  return new WorkflowResponse(sweepOrdersStep())
})
