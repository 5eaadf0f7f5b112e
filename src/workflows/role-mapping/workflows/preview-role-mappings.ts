import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { previewRoleMappingsStep } from "../steps/preview-role-mappings"
import { resolveRoleMappingsStep, type SetRoleMappingsInput } from "../steps/resolve-role-mappings"

export const previewRoleMappingsWorkflowId = "discord-preview-role-mappings"

/**
 * What `setRoleMappingsWorkflow` with the same input would change for current customers; refuses what that would refuse, except
 * dangerous roles: it names them, for the admin to be asked.
 */
export const previewRoleMappingsWorkflow = createWorkflow(
  previewRoleMappingsWorkflowId,
  (input: SetRoleMappingsInput) => {
    const resolved = resolveRoleMappingsStep(input)
    const preview = previewRoleMappingsStep(resolved)
    return new WorkflowResponse(
      transform({ resolved, preview }, (data) => ({
        ...data.preview,
        dangerous_roles: data.resolved.dangerous_roles,
      })),
    )
  },
)
