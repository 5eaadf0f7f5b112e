import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { eraseDeletedCustomersStep } from "../steps/erase-deleted-customers"

export const sweepDeletedCustomersWorkflowId = "discord-sweep-deleted-customers"

/** Makes good the deletions whose event was lost in a crash. */
export const sweepDeletedCustomersWorkflow = createWorkflow(sweepDeletedCustomersWorkflowId, () => {
  const server_ids = eraseDeletedCustomersStep()
  wakeSyncStep({ server_ids })
  return new WorkflowResponse(server_ids)
})
