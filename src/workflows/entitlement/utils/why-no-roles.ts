import type { MedusaContainer } from "@medusajs/framework/types"
import type { Message } from "../../../messages"
import { whyNoRoles } from "../../../modules/discord/access/no-roles.rules"
import { ownershipsOfOrder } from "../../../modules/discord/entitlement/order-entitlements.rules"
import { readOrderFacts } from "./read-order-facts"
import { discordOf } from "./subscription-source"

/**
 * Why an order gives nobody a role, by what the order itself says now.
 *
 * @param variantIds what was ordered
 * @returns null while no server is connected
 */
export async function whyOrderGivesNoRoles(
  container: MedusaContainer,
  orderId: string,
  variantIds: readonly string[],
): Promise<Message | null> {
  const { access, options } = discordOf(container)
  const giving = await access.listGivingVariants(variantIds)
  if (giving === null) {
    return null
  }
  const { orders } = await readOrderFacts(container, [orderId])
  // Not there when it could not be read: it is tried again, as after every change.
  const facts = orders.get(orderId)
  return whyNoRoles({
    giving,
    ownerships: facts === undefined ? [] : facts && ownershipsOfOrder(facts, options),
    grant_on: options.grantOn,
  })
}
