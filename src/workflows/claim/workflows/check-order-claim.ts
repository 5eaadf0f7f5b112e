import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { getClaimableOrderStep } from "../steps/get-claimable-order"
import { readClaimStep } from "../steps/read-claim"

/** The token of a claim link. */
export interface CheckOrderClaimInput {
  /** The token of a claim link. */
  token: string
}

export const checkOrderClaimWorkflowId = "discord-check-order-claim"

/** Looks whether a claim link works now, before its guest is sent to Discord. */
export const checkOrderClaimWorkflow = createWorkflow(
  checkOrderClaimWorkflowId,
  (input: CheckOrderClaimInput) => {
    const claim = readClaimStep(input)
    getClaimableOrderStep(claim)
    return new WorkflowResponse(claim)
  },
)
