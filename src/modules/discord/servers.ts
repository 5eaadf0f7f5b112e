import { PermissionFlagsBits, type APIRole } from "discord.js"
import type { DiscordBot } from "./discord-api/bot"
import { ranksAbove, unassignableReason, type BotFacts } from "./domain/role-assignability"
import type { ServerFacts } from "./store/servers"

/**
 * Reads a server as it is now: its roles, and which of them the bot can give.
 *
 * @throws DiscordFailure when the bot is not in the server or Discord does not answer
 */
export async function readServerFacts(bot: DiscordBot, guildId: string): Promise<ServerFacts> {
  const self = await bot.readSelf()
  const [guild, roles, member] = await Promise.all([
    bot.readServer(guildId),
    bot.readRoles(guildId),
    bot.readMember(guildId, self.id),
  ])
  const facts = botFacts(guildId, roles, new Set(member.role_ids), guild.owner_id === self.id)
  return {
    guild_id: guildId,
    name: guild.name,
    icon: guild.icon,
    bot_position: facts.top_role?.position ?? 0,
    bot_role_id: facts.top_role?.role_id ?? null,
    bot_permissions: facts.permissions,
    roles: roles.map((role) => {
      const { id: role_id, name, position, managed, permissions } = role
      const tags = role.tags as Record<string, unknown> | undefined
      return {
        role_id,
        name,
        position,
        managed,
        permissions,
        color: role.color,
        unassignable_reason: unassignableReason({ role_id, name, position, managed, tags }, facts),
      }
    }),
  }
}

/** The bot's rank and permissions: those of all its roles and of @everyone, whose id is the server's. */
function botFacts(
  guildId: string,
  roles: APIRole[],
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
