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

/** Permissions that no shop means to sell, by the names Discord's client gives them, the worst first. */
const DANGEROUS: readonly (readonly [bigint, string])[] = [
  [PERMISSION.administrator, "Administrator"],
  [PERMISSION.manage_server, "Manage Server"],
  [PERMISSION.manage_roles, "Manage Roles"],
  [PERMISSION.manage_channels, "Manage Channels"],
  [PERMISSION.manage_webhooks, "Manage Webhooks"],
  [PERMISSION.ban_members, "Ban Members"],
  [PERMISSION.kick_members, "Kick Members"],
  [PERMISSION.timeout_members, "Timeout Members"],
  [PERMISSION.manage_messages, "Manage Messages"],
]

/**
 * What a role would let its buyers do to a server, by name. What @everyone may do already is nothing that the role adds.
 *
 * @param permissions the role's bit field, decimal
 * @param everyone that of @everyone
 */
export function dangerousPermissions(permissions: string, everyone: string): string[] {
  const added = BigInt(permissions) & ~BigInt(everyone)
  return DANGEROUS.flatMap(([bit, name]) => ((added & bit) === 0n ? [] : [name]))
}
