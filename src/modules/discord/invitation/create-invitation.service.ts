import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import type { ChannelAnswer } from "../discord-api/answers"
import type { DiscordBot } from "../discord-api/bot"
import { isDiscordFailure } from "../discord-api/errors"
import { refused } from "../refused"
import { roleOverwrites } from "../server/channel-access.rules"
import { channelsToInviteTo, type InvitationChannel } from "./invitation.rules"
import type { NewInvitation } from "./invitation.store"

/** The longest that Discord allows, in seconds. */
const LIFETIME = 7 * 24 * 60 * 60
/** Unknown Channel, Missing Access and Missing Permissions: of one channel, the next may allow it. */
const NOT_HERE: readonly unknown[] = [10003, 50001, 50013]

/** The server that somebody is invited to. */
export interface InvitingServer {
  guild_id: string
  name: string
}

/**
 * Makes an invitation that brings one person into a server.
 *
 * @throws DiscordFailure when Discord refuses, or does not answer
 * @throws MedusaError NOT_ALLOWED when the server has no channel, or the bot may invite to none
 */
export async function createInvitation(
  bot: DiscordBot,
  server: InvitingServer,
  reason: string,
): Promise<NewInvitation> {
  const [channels, roles] = await Promise.all([
    bot.readChannels(server.guild_id),
    bot.readRoles(server.guild_id),
  ])
  const everyone = {
    role_id: server.guild_id,
    permissions: roles.find(({ id }) => id === server.guild_id)?.permissions ?? "0",
  }
  const candidates = channelsToInviteTo(channels.map(toChannel), everyone)
  for (const id of candidates) {
    try {
      const expires_at = new Date(Date.now() + LIFETIME * 1_000)
      return { code: await bot.createInvite(id, LIFETIME, reason), expires_at }
    } catch (error) {
      if (!isDiscordFailure(error) || !NOT_HERE.includes(error.code)) {
        throw error
      }
    }
  }
  const why = candidates.length === 0 ? "refusal.no_channel" : "refusal.no_invitation"
  throw refused(MedusaError.Types.NOT_ALLOWED, say(why, { server: server.name }))
}

function toChannel(channel: ChannelAnswer): InvitationChannel {
  return {
    id: channel.id,
    type: channel.type,
    position: channel.position ?? 0,
    overwrites: roleOverwrites(channel.permission_overwrites),
  }
}
