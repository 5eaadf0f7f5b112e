import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { detailed, render } from "../../../messages"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { checkAccessGrantStep } from "../steps/check-access-grant"
import { grantAccessStep, type GrantEntitlementInput } from "../steps/write-access"

export type { GrantEntitlementInput }

export const grantEntitlementWorkflowId = "discord-grant-entitlement"

/**
 * Gives a customer the roles of a variant without an order: by an admin's hand, or for a billing system outside Medusa. The
 * same `reference` and variant again update the one entitlement, so a webhook handler may call it for every event.
 *
 * Hook `entitlementGranted({ entitlements })` runs once it is stored; if it throws, all is as it was before.
 *
 * @returns the entitlement, and notices in words: a variant without roles, or with none for this access; a customer without Discord
 */
export const grantEntitlementWorkflow = createWorkflow(
  grantEntitlementWorkflowId,
  (input: GrantEntitlementInput) => {
    const notices = checkAccessGrantStep(input)
    const granted = grantAccessStep(input)
    const { entitlements } = granted
    const entitlementGranted = createHook("entitlementGranted", { entitlements })
    wakeSyncStep(granted)
    return new WorkflowResponse(
      transform({ granted, notices }, ({ granted, notices }) => ({
        ...granted,
        notices: notices.map((notice) => render(notice)),
        notice_details: notices.map(detailed),
      })),
      { hooks: [entitlementGranted] },
    )
  },
)
