import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { completeSignInStep, type CompleteSignInInput } from "../steps/complete-sign-in"

export const completeSignInWorkflowId = "discord-complete-sign-in"

/**
 * Connects the customer who signed in with Discord, by the consent they gave with it. What they have chosen in the store since, another
 * account or none, stays. Running it twice changes nothing.
 */
export const completeSignInWorkflow = createWorkflow(
  completeSignInWorkflowId,
  (input: CompleteSignInInput) => new WorkflowResponse(completeSignInStep(input)),
)
