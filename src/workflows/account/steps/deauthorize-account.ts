import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { Deauthorization } from "../../../modules/discord/webhook/webhook-event.rules"

/** Forgets tokens that are dead already: there is nothing to bring back. */
export const deauthorizeAccountStep = createStep(
  "discord-deauthorize-account-step",
  async (event: Deauthorization, { container }) => {
    const { webhooks } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await webhooks.deauthorize(event))
  },
)
