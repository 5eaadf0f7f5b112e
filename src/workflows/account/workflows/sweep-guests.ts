import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { sweepGuestsStep } from "../steps/sweep-guests"

export const sweepGuestsWorkflowId = "discord-sweep-guests"

/** Gives customers what they bought as a guest, once they have verified that guest's e-mail address and connected Discord. */
export const sweepGuestsWorkflow = createWorkflow(sweepGuestsWorkflowId, () => {
  const server_ids = sweepGuestsStep()
  wakeSyncStep({ server_ids })
  return new WorkflowResponse(server_ids)
})
