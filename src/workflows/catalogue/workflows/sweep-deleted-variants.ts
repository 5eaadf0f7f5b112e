import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { retireMissingVariantsStep } from "../steps/retire-missing-variants"

export const sweepDeletedVariantsWorkflowId = "discord-sweep-deleted-variants"

/** Makes good the deletions whose event was lost in a crash. */
export const sweepDeletedVariantsWorkflow = createWorkflow(
  sweepDeletedVariantsWorkflowId,
  () => new WorkflowResponse(retireMissingVariantsStep()),
)
