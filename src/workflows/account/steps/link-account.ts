import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { LinkInput } from "../../../modules/discord/account/account.service"
import type DiscordModuleService from "../../../modules/discord/service"

/** Stores the link that a consent gives in one transaction; a later step that fails ends the link again. */
export const linkAccountStep = createStep(
  "discord-link-account",
  async (input: LinkInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { account_id, server_ids, can_join } = await discord.accounts.linkByConsent(input)
    return new StepResponse({ account_id, server_ids, can_join }, input.customer_id)
  },
  async (customerId, { container }) => {
    if (customerId) {
      const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
      discord.engine.wake((await discord.accounts.unlink(customerId)) ?? [])
    }
  },
)
