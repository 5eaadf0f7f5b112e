import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { SyncRunInput } from "./cancel-sync-run"

/** Lets a canceled run go on; a later step that fails stops it again. */
export const resumeSyncRunStep = createStep(
  "discord-resume-sync-run",
  async ({ id }: SyncRunInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse({ id, kind: await discord.syncRuns.resume(id) }, id)
  },
  async (id, { container }) => {
    if (id !== undefined) {
      await container.resolve<DiscordModuleService>(DISCORD_MODULE).syncRuns.cancel(id)
    }
  },
)
