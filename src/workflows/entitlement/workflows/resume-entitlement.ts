import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { resumeAccessStep, type ResumeEntitlementInput } from "../steps/write-suspension"

export type { ResumeEntitlementInput }

export const resumeEntitlementWorkflowId = "discord-resume-entitlement"

/**
 * Gives back what was suspended, as far as its source gives it now: what was refunded or ran out meanwhile stays ended. By
 * `{ source, source_id }`, a `reason` leaves alone what was suspended for another one.
 *
 * Hook `entitlementResumed({ entitlements })` runs once it is stored; if it throws, all is as it was before.
 *
 * @returns what was resumed now
 */
export const resumeEntitlementWorkflow = createWorkflow(
  resumeEntitlementWorkflowId,
  (input: ResumeEntitlementInput) => {
    const resumed = resumeAccessStep(input)
    const { entitlements } = resumed
    const entitlementResumed = createHook("entitlementResumed", { entitlements })
    wakeSyncStep(resumed)
    return new WorkflowResponse(resumed, { hooks: [entitlementResumed] })
  },
)
