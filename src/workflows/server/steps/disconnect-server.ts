import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { DisconnectRoles } from "../../../modules/discord/server/disconnect.store"

export interface DisconnectServerInput {
  server_id: string
  /** `keep`: members keep the roles they hold. `remove`: those the plugin gave are taken back. */
  roles: DisconnectRoles
  /** Who disconnects it: an admin's user id. */
  actor_id: string | null
}

/** Disconnects the server. Needs no compensation: connecting it again, as an admin does, restores everything. */
export const disconnectServerStep = createStep(
  "discord-disconnect-server",
  async ({ server_id, roles, actor_id }: DisconnectServerInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await discord.servers.disconnect(server_id, { roles, actor_id }))
  },
)
