import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import {
  refreshSubscriptionEntitlementsStep,
  type SyncSubscriptionEntitlementsInput,
} from "../steps/refresh-subscription-entitlements"

export type { SyncSubscriptionEntitlementsInput }

export const syncSubscriptionEntitlementsWorkflowId = "discord-sync-subscription-entitlements"

/**
 * Recomputes what one subscription entitles its customer to, and brings the members it touches up to date. Runs for every
 * event about a subscription; which event it was makes no difference.
 *
 * Hook `subscriptionEntitlementsSynced({ source, id })` runs once the entitlements are stored.
 */
export const syncSubscriptionEntitlementsWorkflow = createWorkflow(
  syncSubscriptionEntitlementsWorkflowId,
  (input: SyncSubscriptionEntitlementsInput) => {
    // Read and write under one lock: an older reading must not land on top of a newer one.
    const key = transform(input, ({ source, id }) => `discord:subscription:${source}:${id}`)
    acquireLockStep({ key, timeout: 30, ttl: 120, retryInterval: 0.05 })
    const server_ids = refreshSubscriptionEntitlementsStep(input)
    releaseLockStep({ key })
    const subscriptionEntitlementsSynced = createHook("subscriptionEntitlementsSynced", input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [subscriptionEntitlementsSynced] })
  },
)
