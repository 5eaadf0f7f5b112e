import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../../modules/discord/engine/deps"
import {
  dependsOnTotal,
  entitlementsOfOrder,
  type OrderFacts,
} from "../../../modules/discord/entitlement/order-entitlements.rules"
import { dependsOnClaims } from "../../../modules/discord/entitlement/owned-pieces.rules"
import { subscriptionsNamedBy } from "../../../modules/discord/subscription/subscription-facts.rules"
import { discordOf } from "./subscription-source"

/**
 * Of some orders, those that have to be read: a glance at their rows tells which of them give what is stored of them. One whose
 * total, claims or customer decide is not told by a glance.
 */
export async function suspectOrders(
  container: MedusaContainer,
  orderIds: string[],
): Promise<string[]> {
  const { entitlements, options } = discordOf(container)
  const glanced = (await glanceAt(container, orderIds)).filter(
    (order) => !dependsOnTotal(order) && !order.items.some(dependsOnClaims),
  )
  const stale = await entitlements.listStaleSources(
    glanced.map((order) => ({
      source: "order" as const,
      source_id: order.id,
      facts: entitlementsOfOrder(order, options),
    })),
  )
  const told = new Set(glanced.map(({ id }) => id))
  stale.forEach((id) => told.delete(id))
  return orderIds.filter((id) => !told.has(id))
}

async function glanceAt(container: MedusaContainer, orderIds: string[]): Promise<OrderFacts[]> {
  const { chores, options } = discordOf(container)
  try {
    return (await chores.glanceAtOrders(orderIds)).map(({ metadata, items, ...order }) => ({
      ...order,
      total: null,
      items: items.map((item) => ({ ...item, claimed_back_quantity: null })),
      subscription_ids: subscriptionsNamedBy(metadata, options.subscriptions),
    }))
  } catch (error) {
    // The order module may be in a database of its own. Then each is read, through Medusa, as it always can be.
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .debug(`discord: orders are not glanced at: ${messageOf(error)}`)
    return []
  }
}
