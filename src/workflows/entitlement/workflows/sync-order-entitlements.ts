import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import type { Priority } from "../../../modules/discord/statuses.rules"
import { useCartConsentStep } from "../../cart/steps/use-cart-consent"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { getOrderFactsStep } from "../steps/get-order-facts"
import { refreshOrderEntitlementsStep } from "../steps/refresh-order-entitlements"
import { syncRenewedSubscriptionsStep } from "../steps/sync-renewed-subscriptions"

/** The order to read again. */
export interface SyncOrderEntitlementsInput {
  order_id: string
  /** How soon the members it touches are served; left out = a customer waits for it. */
  priority?: Priority | undefined
}

export const syncOrderEntitlementsWorkflowId = "discord-sync-order-entitlements"

/**
 * Recomputes what one order entitles its customer to, and brings the members it touches up to date. Runs for every event
 * about an order; which event it was makes no difference.
 *
 * Hook `orderEntitlementsSynced({ order_id })` runs once the entitlements are stored.
 */
export const syncOrderEntitlementsWorkflow = createWorkflow(
  syncOrderEntitlementsWorkflowId,
  (input: SyncOrderEntitlementsInput) => {
    // Read and write under one lock: an older reading of the order must not land on top of a newer one.
    const key = transform(input, ({ order_id }) => `discord:order:${order_id}`)
    acquireLockStep({ key, timeout: 30, ttl: 120, retryInterval: 0.05 })
    // Before what the order gives is stored: a process that dies in between leaves an order that says something new, which is
    // read again.
    useCartConsentStep(input)
    const order = getOrderFactsStep(input)
    syncRenewedSubscriptionsStep({ order })
    const server_ids = refreshOrderEntitlementsStep({ order, priority: input.priority })
    releaseLockStep({ key })
    const orderEntitlementsSynced = createHook("orderEntitlementsSynced", input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [orderEntitlementsSynced] })
  },
)
