import {
  newcomersSee,
  type ChannelOverwrites,
  type RolePermissions,
} from "../server/channel-access.rules"

export interface InvitationChannel {
  id: string
  /** Place in the server's list. */
  position: number
  overwrites: ChannelOverwrites
}

/** More than these would be tried in vain: the bot lacks the permission everywhere. */
const MAX_TRIED = 3

/** Channels to invite somebody to, the best first: they land where they see something, at the top of the list. */
export function channelsToInviteTo(
  channels: readonly InvitationChannel[],
  everyone: RolePermissions,
): string[] {
  const isHidden = ({ overwrites }: InvitationChannel) =>
    Number(!newcomersSee(overwrites, everyone))
  return [...channels]
    .sort((a, b) => isHidden(a) - isHidden(b) || a.position - b.position)
    .slice(0, MAX_TRIED)
    .map(({ id }) => id)
}
