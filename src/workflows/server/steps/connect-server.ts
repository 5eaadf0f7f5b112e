import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface ConnectServerInput {
  code: string
  verifier: string
  /** The admin user who connects it. */
  actor_id: string
}

/** Stores the server Discord says the bot was installed in. The last step that changes anything, so nothing undoes it. */
export const connectServerStep = createStep(
  "discord-connect-server",
  async (input: ConnectServerInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await discord.servers.connect(input))
  },
)
