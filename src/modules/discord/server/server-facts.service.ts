import { ChannelType, GuildMFALevel, PermissionFlagsBits } from "discord.js"
import type { RoleAnswer } from "../discord-api/answers"
import type { DiscordBot } from "../discord-api/bot"
import { isDiscordFailure } from "../discord-api/errors"
import { opensChannels, roleOverwrites, type ChannelOverwrites } from "./channel-access.rules"
import { ranksAbove, unassignableReason, type BotFacts } from "./role-assignability.rules"
import type { ServerFacts } from "./server.store"

/** Either makes newcomers pending until they have accepted what is asked of them. */
const SCREENING: readonly string[] = ["MEMBER_VERIFICATION_GATE_ENABLED", "GUILD_ONBOARDING"]

/**
 * Reads a server as it is now: its roles, and which of them the bot can give.
 *
 * @param options.channels what each role opens too, for one more call
 * @throws DiscordFailure when the bot is not in the server or Discord does not answer
 */
export async function readServerFacts(
  bot: DiscordBot,
  guildId: string,
  options: { channels?: boolean } = {},
): Promise<ServerFacts> {
  const self = await bot.readSelf()
  const [guild, roles, member, channels] = await Promise.all([
    bot.readServer(guildId),
    bot.readRoles(guildId),
    bot.readMember(guildId, self.id),
    options.channels ? readChannels(bot, guildId) : null,
  ])
  const everyone = roles.find((role) => role.id === guildId)
  const facts = botFacts(guildId, roles, new Set(member.role_ids), guild.owner_id === self.id)
  return {
    guild_id: guildId,
    name: guild.name,
    icon: guild.icon,
    bot_position: facts.top_role?.position ?? 0,
    bot_role_id: facts.top_role?.role_id ?? null,
    bot_permissions: facts.permissions,
    member_count: guild.approximate_member_count ?? null,
    requires_two_factor: guild.mfa_level === Number(GuildMFALevel.Elevated),
    screens_members: guild.features.some((feature) => SCREENING.includes(feature)),
    roles: roles.map((role) => {
      const { id: role_id, name, position, managed, permissions, tags } = role
      return {
        role_id,
        name,
        position,
        managed,
        permissions,
        color: role.color,
        opens_channels:
          channels && everyone ? opensChannels(asHolder(role), asHolder(everyone), channels) : null,
        unassignable_reason: unassignableReason({ role_id, name, position, managed, tags }, facts),
      }
    }),
  }
}

const asHolder = ({ id: role_id, permissions }: RoleAnswer) => ({ role_id, permissions })

/** Who sees which channel; null when Discord does not tell, which must not keep the rest from being read. */
async function readChannels(bot: DiscordBot, guildId: string): Promise<ChannelOverwrites[] | null> {
  try {
    const channels = await bot.readChannels(guildId)
    return channels.flatMap((channel) =>
      // A category is no place of its own: its channels are counted.
      !channel.permission_overwrites || channel.type === Number(ChannelType.GuildCategory)
        ? []
        : [roleOverwrites(channel.permission_overwrites)],
    )
  } catch (error) {
    if (isDiscordFailure(error)) {
      return null
    }
    throw error
  }
}

/** The bot's rank and permissions: those of all its roles and of @everyone, whose id is the server's. */
function botFacts(
  guildId: string,
  roles: RoleAnswer[],
  held: Set<string>,
  isOwner: boolean,
): BotFacts {
  const own = roles.filter((role) => held.has(role.id) || role.id === guildId)
  const permissions = own.reduce((bits, role) => bits | BigInt(role.permissions), 0n)
  const top = own
    .map(({ id: role_id, name, position }) => ({ role_id, name, position }))
    .reduce<BotFacts["top_role"]>(
      (best, role) => (best && ranksAbove(best, role) ? best : role),
      null,
    )
  return {
    guild_id: guildId,
    top_role: top,
    permissions: (isOwner
      ? permissions | PermissionFlagsBits.Administrator
      : permissions
    ).toString(),
  }
}
