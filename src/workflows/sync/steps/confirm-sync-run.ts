import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { SyncRunInput } from "./cancel-sync-run"

/** Lets a run do what it has found; a later step that fails cancels it. */
export const confirmSyncRunStep = createStep(
  "discord-confirm-sync-run",
  async ({ id }: SyncRunInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    await discord.syncRuns.retrieve(id)
    await discord.reconciles.confirm(id)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id !== undefined) {
      await container.resolve<DiscordModuleService>(DISCORD_MODULE).syncRuns.cancel(id)
    }
  },
)
