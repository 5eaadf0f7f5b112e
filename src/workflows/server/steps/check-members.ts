import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface CheckMembersInput {
  server_id: string
}

/** Asks for a look at a server's members. Looking once more than needed changes nothing. */
export const checkMembersStep = createStep(
  "discord-check-members",
  async ({ server_id }: CheckMembersInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse({ server_ids: await discord.servers.checkMembers(server_id) })
  },
)
