import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  updateServerSettingsStep,
  type UpdateServerSettingsInput,
} from "../steps/update-server-settings"

export const updateServerSettingsWorkflowId = "discord-update-server-settings"

/** Changes how the plugin treats a server's members from now on. */
export const updateServerSettingsWorkflow = createWorkflow(
  updateServerSettingsWorkflowId,
  (input: UpdateServerSettingsInput) => new WorkflowResponse(updateServerSettingsStep(input)),
)
