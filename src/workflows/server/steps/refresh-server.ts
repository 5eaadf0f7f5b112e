import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface RefreshServerInput {
  server_id: string
  guild_id: string
}

/** Reads a server from Discord and stores it: a fresh reading needs nothing undone. */
export const refreshServerStep = createStep(
  "discord-refresh-server",
  async ({ server_id, guild_id }: RefreshServerInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await discord.servers.refresh(server_id, guild_id))
  },
)
