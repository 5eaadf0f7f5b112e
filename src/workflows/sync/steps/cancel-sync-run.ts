import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface SyncRunInput {
  id: string
}

/** Stops a run; a later step that fails lets it go on. */
export const cancelSyncRunStep = createStep(
  "discord-cancel-sync-run",
  async ({ id }: SyncRunInput, { container }) => {
    await container.resolve<DiscordModuleService>(DISCORD_MODULE).syncRuns.cancel(id)
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (id !== undefined) {
      await container.resolve<DiscordModuleService>(DISCORD_MODULE).syncRuns.resume(id)
    }
  },
)
