import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import {
  entitlementsOfOrder,
  type OrderFacts,
} from "../../../modules/discord/entitlement/order-entitlements.rules"
import type { Priority } from "../../../modules/discord/statuses.rules"
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
    const facts = entitlementsOfOrder(order, discord.options)
    return new StepResponse(
      await discord.entitlements.refresh({ source: "order", source_id: order.id, facts }, priority),
    )
  },
)
