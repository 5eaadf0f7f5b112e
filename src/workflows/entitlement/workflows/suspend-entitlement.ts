import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { suspendAccessStep, type SuspendEntitlementInput } from "../steps/write-suspension"

export type { SuspendEntitlementInput }

export const suspendEntitlementWorkflowId = "discord-suspend-entitlement"

/**
 * Ends for now what an order, a subscription or a person gave: a disputed payment, abuse. It survives whatever its source says
 * afterwards, until `resumeEntitlementWorkflow`. By `{ id }`, what is suspended already is refused; by `{ source, source_id }`,
 * all that it gives is suspended, what is suspended already stays so, and an order that gives nothing is no error: a payment
 * provider's webhook may call it for every dispute, and twice.
 *
 * Hook `entitlementSuspended({ entitlements })` runs once it is stored; if it throws, all is as it was before.
 *
 * @returns what was suspended now
 */
export const suspendEntitlementWorkflow = createWorkflow(
  suspendEntitlementWorkflowId,
  (input: SuspendEntitlementInput) => {
    const suspended = suspendAccessStep(input)
    const { entitlements } = suspended
    const entitlementSuspended = createHook("entitlementSuspended", { entitlements })
    wakeSyncStep(suspended)
    return new WorkflowResponse(suspended, { hooks: [entitlementSuspended] })
  },
)
