import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { retryMembershipsStep, type RetryMembershipsInput } from "../steps/retry-memberships"
import { wakeSyncStep } from "../steps/wake-sync"

export const retryMembershipsWorkflowId = "discord-retry-memberships"

/** Tries again what waits: one member, or all who wait. Each is read in Discord first. */
export const retryMembershipsWorkflow = createWorkflow(
  retryMembershipsWorkflowId,
  (input: RetryMembershipsInput) => {
    const retried = retryMembershipsStep(input)
    wakeSyncStep(retried)
    return new WorkflowResponse(retried)
  },
)
