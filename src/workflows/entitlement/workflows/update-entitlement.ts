import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { changeAccessStep, type UpdateEntitlementInput } from "../steps/write-access"

export type { UpdateEntitlementInput }

export const updateEntitlementWorkflowId = "discord-update-entitlement"

/**
 * Changes the end or the note of access that was given by hand.
 *
 * Hook `entitlementUpdated({ entitlements })` runs once it is stored; if it throws, all is as it was before.
 */
export const updateEntitlementWorkflow = createWorkflow(
  updateEntitlementWorkflowId,
  (input: UpdateEntitlementInput) => {
    const changed = changeAccessStep(input)
    const { entitlements } = changed
    const entitlementUpdated = createHook("entitlementUpdated", { entitlements })
    wakeSyncStep(changed)
    return new WorkflowResponse(changed, { hooks: [entitlementUpdated] })
  },
)
