import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface StartOrderBackfillInput {
  /** Who starts it: an admin's user id. */
  actor_id: string | null
}

/** Counts the orders and writes the run down; a later step that fails cancels it. */
export const beginOrderBackfillStep = createStep(
  "discord-begin-order-backfill",
  async ({ actor_id }: StartOrderBackfillInput, { container }) => {
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { metadata } = await query.graph({
      entity: "order",
      fields: ["id"],
      pagination: { take: 1, skip: 0 },
    })
    const id = await discord.syncRuns.beginBackfill(actor_id, metadata?.count ?? 0)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id !== undefined) {
      await container.resolve<DiscordModuleService>(DISCORD_MODULE).syncRuns.cancel(id)
    }
  },
)
