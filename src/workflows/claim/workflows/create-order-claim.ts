import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { getClaimableOrderStep } from "../steps/get-claimable-order"
import { issueClaimStep } from "../steps/issue-claim"

/** The order for which a claim link is made. */
export interface CreateOrderClaimInput {
  order_id: string
}

export const createOrderClaimWorkflowId = "discord-create-order-claim"

/** Makes a link by which the guest of an order claims its roles; links of that order which nobody used stop working. */
export const createOrderClaimWorkflow = createWorkflow(
  createOrderClaimWorkflowId,
  (input: CreateOrderClaimInput) => {
    const order = getClaimableOrderStep(input)
    return new WorkflowResponse(issueClaimStep(order))
  },
)
