import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface WakeSyncInput {
  server_ids: string[]
}

/** Tells the engine at once what is due. A wake that is lost costs time, never a role: the sweep finds the rows. */
export const wakeSyncStep = createStep(
  "discord-wake-sync",
  async ({ server_ids }: WakeSyncInput, { container }) => {
    container.resolve<DiscordModuleService>(DISCORD_MODULE).engine.wake(server_ids)
    return new StepResponse(undefined)
  },
)
