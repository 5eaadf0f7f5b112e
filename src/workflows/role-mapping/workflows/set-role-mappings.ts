import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { refuseDangerousRolesStep } from "../steps/refuse-dangerous-roles"
import { replaceRoleMappingsStep } from "../steps/replace-role-mappings"
import { setRequireConnectionStep } from "../steps/set-require-connection"
import { resolveRoleMappingsStep, type SetRoleMappingsInput } from "../steps/resolve-role-mappings"

export const setRoleMappingsWorkflowId = "discord-set-role-mappings"

/**
 * Decides which roles the variants of a product give, all or nothing, and whether it is sold only to connected buyers, and brings
 * those who own them up to date. A role that lets
 * its holders manage the server is refused for a variant that does not give it yet, unless `accept_dangerous_permissions` is true.
 *
 * Hook `roleMappingsSet({ product_id })` runs once they are stored; if it throws, the former mappings are put back.
 */
export const setRoleMappingsWorkflow = createWorkflow(
  setRoleMappingsWorkflowId,
  (input: SetRoleMappingsInput) => {
    const resolved = resolveRoleMappingsStep(input)
    refuseDangerousRolesStep(
      transform({ resolved, input }, (data) => ({
        dangerous_roles: data.resolved.dangerous_roles,
        accept_dangerous_permissions: data.input.accept_dangerous_permissions,
      })),
    )
    const server_ids = replaceRoleMappingsStep(resolved)
    setRequireConnectionStep(input)
    const roleMappingsSet = createHook("roleMappingsSet", input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [roleMappingsSet] })
  },
)
