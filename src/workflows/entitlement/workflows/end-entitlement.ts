import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { endAccessStep, type EndEntitlementInput } from "../steps/write-access"

export type { EndEntitlementInput }

export const endEntitlementWorkflowId = "discord-end-entitlement"

/**
 * Ends access that was given by hand, by its id or by the reference it was given under; ending it twice changes nothing.
 *
 * Hook `entitlementEnded({ entitlements })` runs once it is stored; if it throws, all is as it was before.
 */
export const endEntitlementWorkflow = createWorkflow(
  endEntitlementWorkflowId,
  (input: EndEntitlementInput) => {
    const ended = endAccessStep(input)
    const { entitlements } = ended
    const entitlementEnded = createHook("entitlementEnded", { entitlements })
    wakeSyncStep(ended)
    return new WorkflowResponse(ended, { hooks: [entitlementEnded] })
  },
)
