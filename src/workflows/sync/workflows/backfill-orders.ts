import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { backfillOrdersStep } from "../steps/backfill-orders"

export const backfillOrdersWorkflowId = "discord-backfill-orders"

/** Goes on with the order backfill that runs, if one does, until it ends. Where it was left, or by whom, makes no difference. */
export const backfillOrdersWorkflow = createWorkflow(
  backfillOrdersWorkflowId,
  () => new WorkflowResponse(backfillOrdersStep()),
)
