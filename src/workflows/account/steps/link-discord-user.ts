import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface LinkDiscordUserStepInput {
  customer_id: string
  registered: boolean
  discord_user_id: string
  actor_id: string
}

/** Stores the link in one transaction; a later step that fails ends it again. */
export const linkDiscordUserStep = createStep(
  "discord-link-discord-user",
  async (input: LinkDiscordUserStepInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { account_id, server_ids } = await discord.accounts.linkById(input)
    return new StepResponse({ account_id, server_ids }, input.customer_id)
  },
  async (customerId, { container }) => {
    if (customerId) {
      const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
      discord.engine.wake((await discord.accounts.unlink(customerId)) ?? [])
    }
  },
)
