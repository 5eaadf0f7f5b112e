import { ChannelType, type APIChannel } from "discord.js"
import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import type { DiscordBot } from "../discord-api/bot"
import { isDiscordFailure } from "../discord-api/errors"
import { refused } from "../refused"
import { roleOverwrites } from "../server/channel-access.rules"
import { channelsToInviteTo, type InvitationChannel } from "./invitation.rules"

/** The longest that Discord allows, in seconds. */
const LIFETIME = 7 * 24 * 60 * 60
const TEXT: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement]
/** Missing Access and Missing Permissions: of one channel, the next may allow it. */
const NOT_HERE: readonly unknown[] = [50001, 50013]

export interface Invitation {
  url: string
  expires_at: Date
}

/**
 * A link that brings one person into a server.
 *
 * @throws DiscordFailure when Discord refuses, or does not answer
 * @throws MedusaError NOT_ALLOWED when the bot may invite to no channel
 */
export async function createInvitation(
  bot: DiscordBot,
  server: { guild_id: string; name: string },
  reason: string,
): Promise<Invitation> {
  const [channels, roles] = await Promise.all([
    bot.readChannels(server.guild_id),
    bot.readRoles(server.guild_id),
  ])
  const everyone = {
    role_id: server.guild_id,
    permissions: roles.find(({ id }) => id === server.guild_id)?.permissions ?? "0",
  }
  for (const id of channelsToInviteTo(channels.flatMap(textChannel), everyone)) {
    try {
      const expires_at = new Date(Date.now() + LIFETIME * 1_000)
      const code = await bot.createInvite(id, LIFETIME, reason)
      return { url: `https://discord.gg/${code}`, expires_at }
    } catch (error) {
      if (!isDiscordFailure(error) || !NOT_HERE.includes(error.code)) {
        throw error
      }
    }
  }
  throw refused(
    MedusaError.Types.NOT_ALLOWED,
    say("refusal.no_invitation", { server: server.name }),
  )
}

function textChannel(channel: APIChannel): InvitationChannel[] {
  if (!("position" in channel) || !TEXT.includes(channel.type)) {
    return []
  }
  const overwrites = roleOverwrites(channel.permission_overwrites)
  return [{ id: channel.id, position: channel.position, overwrites }]
}
