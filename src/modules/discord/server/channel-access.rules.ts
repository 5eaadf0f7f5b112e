import { OverwriteType } from "discord.js"
import { holds, PERMISSION } from "./permissions.rules"

/** What one role (for @everyone: the one with the server's own id) may do in one channel. */
export interface RoleOverwrite {
  role_id: string
  /** Bit fields, decimal. */
  allow: string
  deny: string
}

export type ChannelOverwrites = readonly RoleOverwrite[]

/** One overwrite of a channel, as Discord tells it. */
interface Overwrite {
  id: string
  type: number
  allow: string
  deny: string
}

export interface RolePermissions {
  role_id: string
  /** Bit field, decimal. */
  permissions: string
}

/** What roles may do in a channel; what single members may is nobody else's. */
export function roleOverwrites(
  overwrites: readonly Overwrite[] | null | undefined,
): ChannelOverwrites {
  return (overwrites ?? [])
    .filter(({ type }) => type === Number(OverwriteType.Role))
    .map(({ id: role_id, allow, deny }) => ({ role_id, allow, deny }))
}

/**
 * How many channels a role opens: those that a member with this role alone sees, and a member without any role does not.
 *
 * @param everyone the role @everyone
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function opensChannels(
  role: RolePermissions,
  everyone: RolePermissions,
  channels: readonly ChannelOverwrites[],
): number {
  return channels.filter(
    (channel) => seesChannel(role, everyone, channel) && !seesChannel(null, everyone, channel),
  ).length
}

/** Whether somebody sees a channel who has just come in and holds no role yet. */
export function newcomersSee(channel: ChannelOverwrites, everyone: RolePermissions): boolean {
  return seesChannel(null, everyone, channel)
}

/** @param role the only role the member holds beside @everyone */
function seesChannel(
  role: RolePermissions | null,
  everyone: RolePermissions,
  channel: ChannelOverwrites,
): boolean {
  const inServer = BigInt(everyone.permissions) | BigInt(role?.permissions ?? "0")
  if (holds(inServer.toString(), PERMISSION.administrator)) {
    return true
  }
  const forEveryone = overwritten(inServer, channel, everyone.role_id)
  const inChannel = role ? overwritten(forEveryone, channel, role.role_id) : forEveryone
  return (inChannel & PERMISSION.view_channel) !== 0n
}

function overwritten(permissions: bigint, channel: ChannelOverwrites, roleId: string): bigint {
  const overwrite = channel.find((each) => each.role_id === roleId)
  return overwrite ? (permissions & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow) : permissions
}
