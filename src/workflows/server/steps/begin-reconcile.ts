import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface ReconcileServerInput {
  server_id: string
  /** Finds out what would be done, and changes nothing. */
  dry_run?: boolean
  /** Who wants it: an admin's user id. */
  actor_id: string | null
}

/** Writes the run down; a later step that fails cancels it. */
export const beginReconcileStep = createStep(
  "discord-begin-reconcile",
  async ({ dry_run = false, ...input }: ReconcileServerInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const id = await discord.reconciles.begin({ dry_run, ...input })
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id !== undefined) {
      await container.resolve<DiscordModuleService>(DISCORD_MODULE).syncRuns.cancel(id)
    }
  },
)
