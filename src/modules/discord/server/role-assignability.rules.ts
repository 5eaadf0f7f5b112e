import { say, type Message } from "../../../messages"
import { holds, PERMISSION } from "./permissions.rules"

/** What decides whether a bot may give a role, as Discord tells it. */
export interface RoleFacts {
  role_id: string
  name: string
  position: number
  managed: boolean
  tags?: Record<string, unknown> | undefined
}

export interface BotFacts {
  guild_id: string
  /** The bot's highest role. */
  top_role: { role_id: string; name: string; position: number } | null
  /** Permission bit field, decimal. */
  permissions: string
}

export const UNASSIGNABLE_REASONS = [
  "everyone",
  "managed",
  "manage_roles_missing",
  "above_bot",
  "deleted",
] as const
export type UnassignableReason = (typeof UNASSIGNABLE_REASONS)[number]

/** Tags Discord puts on roles that belong to an integration, a boost or a shop; a `null` value means true. */
const OWNED_BY_DISCORD = [
  "bot_id",
  "integration_id",
  "premium_subscriber",
  "subscription_listing_id",
  "available_for_purchase",
  "guild_connections",
]

/**
 * Why the bot cannot give a role, or null when it can.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export function unassignableReason(role: RoleFacts, bot: BotFacts): UnassignableReason | null {
  if (role.role_id === bot.guild_id) {
    return "everyone"
  }
  if (role.managed || OWNED_BY_DISCORD.some((tag) => role.tags && tag in role.tags)) {
    return "managed"
  }
  if (!canManageRoles(bot.permissions)) {
    return "manage_roles_missing"
  }
  return bot.top_role && ranksAbove(bot.top_role, role) ? null : "above_bot"
}

export function canManageRoles(permissions: string): boolean {
  return holds(permissions, PERMISSION.manage_roles)
}

type Ranked = Pick<RoleFacts, "role_id" | "position">

/** At the same position the lower id ranks higher. */
export function ranksAbove(a: Ranked, b: Ranked): boolean {
  return a.position === b.position ? BigInt(a.role_id) < BigInt(b.role_id) : a.position > b.position
}

/** The reason for the admin, with what to do. */
export function describeUnassignable(reason: UnassignableReason, roleName: string): Message {
  switch (reason) {
    case "everyone":
    case "manage_roles_missing":
      return say(`role.${reason}`)
    case "managed":
    case "above_bot":
    case "deleted":
      return say(`role.${reason}`, { role: roleName })
  }
}
