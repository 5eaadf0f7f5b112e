import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type {
  AccessEndAction,
  AdoptedRoleAction,
  RoleRemovedAction,
} from "../../../modules/discord/domain/statuses"
import type DiscordModuleService from "../../../modules/discord/service"

export interface UpdateServerSettingsInput {
  id: string
  on_access_end?: AccessEndAction | undefined
  on_role_removed?: RoleRemovedAction | undefined
  adopted_roles?: AdoptedRoleAction | undefined
}

/** Saves a server's settings; a later step that fails puts back the former ones. */
export const updateServerSettingsStep = createStep(
  "discord-update-server-settings",
  async (input: UpdateServerSettingsInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { id, on_access_end, on_role_removed, adopted_roles } =
      await discord.retrieveDiscordServer(input.id)
    await discord.updateDiscordServers(input)
    return new StepResponse(undefined, { id, on_access_end, on_role_removed, adopted_roles })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<DiscordModuleService>(DISCORD_MODULE).updateDiscordServers(before)
    }
  },
)
