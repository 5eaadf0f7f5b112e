import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { previewRoleMappingsStep } from "../steps/preview-role-mappings"
import { resolveRoleMappingsStep, type SetRoleMappingsInput } from "../steps/resolve-role-mappings"

export const previewRoleMappingsWorkflowId = "discord-preview-role-mappings"

/** What `setRoleMappingsWorkflow` with the same input would change for current customers; refuses what that would refuse. */
export const previewRoleMappingsWorkflow = createWorkflow(
  previewRoleMappingsWorkflowId,
  (input: SetRoleMappingsInput) =>
    new WorkflowResponse(previewRoleMappingsStep(resolveRoleMappingsStep(input))),
)
