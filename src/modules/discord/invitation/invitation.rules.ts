import { ChannelType } from "discord.js"
import {
  newcomersSee,
  type ChannelOverwrites,
  type RolePermissions,
} from "../server/channel-access.rules"

export interface InvitationChannel {
  id: string
  type: number
  /** Place in the server's list. */
  position: number
  overwrites: ChannelOverwrites
}

const TEXT: readonly number[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement]
/** Where nobody can write at once, though an invitation may lead there. */
const OTHERS: readonly number[] = [
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]

/** More than these would be tried in vain: the bot lacks the permission everywhere. */
const MAX_TRIED = 3

/** Channels to invite somebody to, the best first: they land where they see something, can write, and at the top of the list. */
export function channelsToInviteTo(
  channels: readonly InvitationChannel[],
  everyone: RolePermissions,
): string[] {
  const isHidden = ({ overwrites }: InvitationChannel) =>
    Number(!newcomersSee(overwrites, everyone))
  const isWordless = ({ type }: InvitationChannel) => Number(!TEXT.includes(type))
  return channels
    .filter(({ type }) => TEXT.includes(type) || OTHERS.includes(type))
    .sort(
      (a, b) =>
        isHidden(a) - isHidden(b) || isWordless(a) - isWordless(b) || a.position - b.position,
    )
    .slice(0, MAX_TRIED)
    .map(({ id }) => id)
}

/** Where invitations lead that are not looked at in Discord itself but in what stands in for it. */
const DISCORD = "https://discord.com"

/**
 * The address of an invitation.
 *
 * @param webUrl Discord's web origin
 */
export function invitationUrl(code: string, webUrl: string): string {
  return webUrl === DISCORD ? `https://discord.gg/${code}` : `${webUrl}/invite/${code}`
}
