import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface ResyncCustomerInput {
  customer_id: string
}

/** Marks everything of a customer as due, to be read in Discord first. Asking once more than needed changes nothing. */
export const markCustomerDueStep = createStep(
  "discord-mark-customer-due",
  async ({ customer_id }: ResyncCustomerInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const server_ids = await discord.accounts.markDue(customer_id)
    if (!server_ids) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.not_connected", { id: customer_id }))
    }
    return new StepResponse(server_ids)
  },
)
