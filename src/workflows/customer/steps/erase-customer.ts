import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface EraseCustomerInput {
  customer_id: string
}

/** Ends and forgets what a deleted customer had. Nothing undoes it: that is its purpose. */
export const eraseCustomerStep = createStep(
  "discord-erase-customer",
  async ({ customer_id }: EraseCustomerInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await discord.accounts.erase(customer_id))
  },
)
