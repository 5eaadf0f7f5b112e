import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { refreshServerStep, type RefreshServerInput } from "../steps/refresh-server"

export const refreshServerWorkflowId = "discord-refresh-server"

/** Reads a server from Discord again, checks its health, and tries what waited for the admin. */
export const refreshServerWorkflow = createWorkflow(
  refreshServerWorkflowId,
  (input: RefreshServerInput) => {
    const refreshed = refreshServerStep(input)
    wakeSyncStep(refreshed)
    return new WorkflowResponse(refreshed)
  },
)
