import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { ServerSettings } from "../../../modules/discord/server/server-settings.store"

export type UpdateServerSettingsInput = { id: string } & {
  [Name in keyof ServerSettings]?: ServerSettings[Name] | undefined
}

/** Saves a server's settings; a later step that fails puts back the former ones. */
export const updateServerSettingsStep = createStep(
  "discord-update-server-settings",
  async ({ id, ...change }: UpdateServerSettingsInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const changed = await discord.servers.changeSettings(id, change)
    if (!changed) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.server_not_found", { id }))
    }
    return new StepResponse({ server_ids: changed.server_ids }, { id, before: changed.before })
  },
  async (undo, { container }) => {
    if (undo) {
      const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
      const restored = await discord.servers.changeSettings(undo.id, undo.before)
      discord.engine.wake(restored?.server_ids ?? [])
    }
  },
)
