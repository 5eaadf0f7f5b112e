import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { RECONCILE_STARTED } from "../events"
import type { SyncRunInput } from "../steps/cancel-sync-run"
import { confirmSyncRunStep } from "../steps/confirm-sync-run"

export const confirmSyncRunWorkflowId = "discord-confirm-sync-run"

/** Has a check of a server's members do what it has found: one that asks first, or a dry run that is over. */
export const confirmSyncRunWorkflow = createWorkflow(
  confirmSyncRunWorkflowId,
  (input: SyncRunInput) => {
    const run = confirmSyncRunStep(input)
    emitEventStep({ eventName: RECONCILE_STARTED, data: run })
    return new WorkflowResponse(run)
  },
)
