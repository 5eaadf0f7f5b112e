import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { markCustomerDueStep, type ResyncCustomerInput } from "../steps/mark-customer-due"

export const resyncCustomerWorkflowId = "discord-resync-customer"

/** Looks at a customer in Discord as they are now, and brings them to what they should hold: rejoined, roles restored. */
export const resyncCustomerWorkflow = createWorkflow(
  resyncCustomerWorkflowId,
  (input: ResyncCustomerInput) => {
    const server_ids = markCustomerDueStep(input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids)
  },
)
