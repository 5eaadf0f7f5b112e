import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface UnlinkAccountInput {
  customer_id: string
}

/** Ends the link and revokes the tokens. Cannot be undone: the customer would have to consent again. */
export const unlinkAccountStep = createStep(
  "discord-unlink-account",
  async ({ customer_id }: UnlinkAccountInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const server_ids = await discord.accounts.unlink(customer_id)
    if (!server_ids) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.nothing_to_disconnect"))
    }
    return new StepResponse(server_ids)
  },
)
