import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import {
  updateServerSettingsStep,
  type UpdateServerSettingsInput,
} from "../steps/update-server-settings"

export const updateServerSettingsWorkflowId = "discord-update-server-settings"

/** Changes how the plugin treats a server's members from now on. */
export const updateServerSettingsWorkflow = createWorkflow(
  updateServerSettingsWorkflowId,
  (input: UpdateServerSettingsInput) => {
    const changed = updateServerSettingsStep(input)
    wakeSyncStep(changed)
    return new WorkflowResponse(changed)
  },
)
