import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import {
  ownershipsOfOrder,
  type OrderFacts,
} from "../../../modules/discord/domain/order-entitlements"
import type { Priority } from "../../../modules/discord/domain/statuses"
import type DiscordModuleService from "../../../modules/discord/service"

export interface RefreshOrderEntitlementsInput {
  order: OrderFacts | null
  priority?: Priority | undefined
}

/**
 * Makes the stored entitlements what the order says. Needs no compensation: they are a projection of the order, and the
 * order still says so.
 */
export const refreshOrderEntitlementsStep = createStep(
  "discord-refresh-order-entitlements",
  async ({ order, priority }: RefreshOrderEntitlementsInput, { container }) => {
    if (!order) {
      return new StepResponse<string[]>([])
    }
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    // What a step returns has been through JSON before the next one sees it.
    const starts_at = new Date(order.created_at)
    const facts = ownershipsOfOrder(order, discord.options).map((ownership) => ({
      ...ownership,
      customer_id: order.customer_id,
      starts_at,
      ends_at: null,
    }))
    return new StepResponse(
      await discord.refreshEntitlements({ source: "order", source_id: order.id, facts }, priority),
    )
  },
)
