import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { retireVariantsStep, type RetireVariantsInput } from "../steps/retire-variants"

export const retireVariantsWorkflowId = "discord-retire-variants"

/**
 * After variants were deleted: what they gave is no longer offered. Who bought them keeps what they paid for, for as long as
 * they own it.
 */
export const retireVariantsWorkflow = createWorkflow(
  retireVariantsWorkflowId,
  (input: RetireVariantsInput) => new WorkflowResponse(retireVariantsStep(input)),
)
