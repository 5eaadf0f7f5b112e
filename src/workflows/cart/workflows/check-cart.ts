import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { getCartConsentOfStep, type CheckCartInput } from "../steps/get-cart-consent-of"

export const checkCartWorkflowId = "discord-check-cart"

/** Who may connect Discord with a cart, and for whom, before anybody is sent to Discord. */
export const checkCartWorkflow = createWorkflow(checkCartWorkflowId, (input: CheckCartInput) => {
  return new WorkflowResponse(getCartConsentOfStep(input))
})
