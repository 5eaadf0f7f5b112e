import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { cancelSyncRunStep, type SyncRunInput } from "../steps/cancel-sync-run"

export const cancelSyncRunWorkflowId = "discord-cancel-sync-run"

/** Stops a piece of bulk work: what it has not begun stays as it is. */
export const cancelSyncRunWorkflow = createWorkflow(
  cancelSyncRunWorkflowId,
  (input: SyncRunInput) => new WorkflowResponse(cancelSyncRunStep(input)),
)
