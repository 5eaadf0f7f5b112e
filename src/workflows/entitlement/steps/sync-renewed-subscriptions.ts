import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { messageOf } from "../../../modules/discord/engine/deps"
import {
  entitlementsOfOrder,
  type OrderFacts,
} from "../../../modules/discord/entitlement/order-entitlements.rules"
import { discordOf } from "../utils/subscription-source"
import { syncSubscriptionEntitlementsWorkflow } from "../workflows/sync-subscription-entitlements"

export interface SyncRenewedSubscriptionsInput {
  order: OrderFacts | null
}

/**
 * Reads the subscriptions again that an order may renew, before it counts as a purchase: its payment is told of before its
 * subscription is, and in between it would give what only new buyers get. Needs no compensation: see
 * `refreshSubscriptionEntitlementsStep`.
 */
export const syncRenewedSubscriptionsStep = createStep(
  "discord-sync-renewed-subscriptions",
  async ({ order }: SyncRenewedSubscriptionsInput, { container }) => {
    const { entitlements, options } = discordOf(container)
    const given = entitlementsOfOrder(order, options).filter(
      ({ ended_reason }) => ended_reason === null,
    )
    const beside = await entitlements.listSubscriptionsBeside(
      given.map(({ customer_id, variant_id }) => ({
        order_id: order?.id ?? "",
        customer_id,
        variant_id,
      })),
    )
    const configured = new Set(options.subscriptions.map(({ name }) => name))
    for (const { provider, source_id: id } of beside) {
      if (!configured.has(provider)) {
        continue
      }
      try {
        await syncSubscriptionEntitlementsWorkflow(container).run({
          input: { source: provider, id },
        })
      } catch (error) {
        // A subscription that cannot be read keeps no order waiting: a sweep tells of it, and reads it again.
        container
          .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
          .warn(
            `discord: subscription ${id} of ${provider} was not read again: ${messageOf(error)}`,
          )
      }
    }
    return new StepResponse(beside.length)
  },
)
