import { detailed, say, type Message, type MessageDetail } from "../../../messages"

/**
 * Discord's permission bits that the plugin looks at.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
 */
export const PERMISSION = {
  create_invite: 1n << 0n,
  kick_members: 1n << 1n,
  ban_members: 1n << 2n,
  administrator: 1n << 3n,
  manage_channels: 1n << 4n,
  manage_server: 1n << 5n,
  view_channel: 1n << 10n,
  manage_messages: 1n << 13n,
  manage_roles: 1n << 28n,
  manage_webhooks: 1n << 29n,
  timeout_members: 1n << 40n,
} as const

/** Whether a bit field (decimal) holds a permission; Administrator holds all. */
export function holds(permissions: string, bit: bigint): boolean {
  return (BigInt(permissions) & (bit | PERMISSION.administrator)) !== 0n
}

/** Permissions that no shop means to sell, the worst first. */
const DANGEROUS = [
  "administrator",
  "manage_server",
  "manage_roles",
  "manage_channels",
  "manage_webhooks",
  "ban_members",
  "kick_members",
  "timeout_members",
  "manage_messages",
] as const satisfies readonly (keyof typeof PERMISSION)[]
export type DangerousPermission = (typeof DANGEROUS)[number]

/**
 * What a role would let its buyers do to a server. What @everyone may do already is nothing that the role adds.
 *
 * @param permissions the role's bit field, decimal
 * @param everyone that of @everyone
 */
export function dangerousPermissions(permissions: string, everyone: string): DangerousPermission[] {
  const added = BigInt(permissions) & ~BigInt(everyone)
  return DANGEROUS.filter((name) => (added & PERMISSION[name]) !== 0n)
}

/** As an answer names them. */
export function namedPermissions(permissions: readonly DangerousPermission[]): {
  dangerous_permissions: string[]
  dangerous_permission_details: MessageDetail[]
} {
  const named = describePermissions(permissions).map(detailed)
  return {
    dangerous_permissions: named.map(({ message }) => message),
    dangerous_permission_details: named,
  }
}

/** As Discord's own client calls them. */
export function describePermissions(permissions: readonly DangerousPermission[]): Message[] {
  return permissions.map((name) => say(`role.${name}`))
}
