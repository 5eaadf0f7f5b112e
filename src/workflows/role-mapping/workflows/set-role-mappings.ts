import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { replaceRoleMappingsStep } from "../steps/replace-role-mappings"
import { resolveRoleMappingsStep, type SetRoleMappingsInput } from "../steps/resolve-role-mappings"

export const setRoleMappingsWorkflowId = "discord-set-role-mappings"

/**
 * Decides which roles the variants of a product give, all or nothing, and brings those who own them up to date.
 *
 * Hook `roleMappingsSet({ product_id })` runs once they are stored; if it throws, the former mappings are put back.
 */
export const setRoleMappingsWorkflow = createWorkflow(
  setRoleMappingsWorkflowId,
  (input: SetRoleMappingsInput) => {
    const resolved = resolveRoleMappingsStep(input)
    const server_ids = replaceRoleMappingsStep(resolved)
    const roleMappingsSet = createHook("roleMappingsSet", input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [roleMappingsSet] })
  },
)
