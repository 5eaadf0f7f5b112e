import type { AdminDiscordServerResponse } from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"

export const SERVERS = "/admin/discord/servers"

export const APPLICATION_PATH = "/admin/discord/application"

export const SETUP_PATH = "/admin/discord/setup"

export const INSTALLED = "268435457"

export const ADMINISTRATOR = "8"

export const MEMBER_ROLE = "/guilds/:guild/members/:user/roles/:role"

export interface ErrorBody {
  type: string
  message: string
}

export async function refresh({ admin }: Scene, id: string): Promise<AdminDiscordServerResponse> {
  return admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}/refresh`, { method: "POST" })
}

/** A channel of its own for each role: then nothing is left to warn of. */
export async function openChannels(
  { discord }: Scene,
  names: ("Bronze" | "Silver" | "Gold")[] = ["Bronze", "Silver", "Gold"],
): Promise<void> {
  for (const name of names) {
    await discord.control.createChannel(discord.guildId, {
      name: name.toLowerCase(),
      private_to: [discord.roles[name]],
    })
  }
}
