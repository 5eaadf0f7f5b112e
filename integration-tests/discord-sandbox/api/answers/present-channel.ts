import { ChannelType, MessageType, OverwriteType } from "discord-api-types/v10"
import { type Channel, type Message } from "../../state/entities"
import { type World } from "../../state/world"
import { presentUser } from "./present"

/** A channel of a guild. */
export function presentGuildChannel(channel: Channel) {
  return {
    id: channel.id,
    type: channel.type ?? ChannelType.GuildText,
    guild_id: channel.guild_id,
    name: channel.name,
    position: 0,
    flags: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(({ id, kind, allow, deny }) => ({
      id,
      type: kind === "role" ? OverwriteType.Role : OverwriteType.Member,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  }
}

/** A direct message as one of its two users sees it: the other one is the recipient. */
export function presentDm(world: World, channel: Channel, viewerId: string) {
  return {
    id: channel.id,
    type: ChannelType.DM,
    flags: 0,
    last_message_id: null,
    recipients: channel.recipients
      .filter((id) => id !== viewerId)
      .map((id) => presentUser(world.user(id))),
  }
}

export function presentMessage(world: World, message: Message) {
  return {
    id: message.id,
    channel_id: message.channel_id,
    type: MessageType.Default,
    content: message.content,
    author: presentUser(world.user(message.author_id)),
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: null,
    flags: 0,
    tts: false,
    pinned: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
  }
}
