import { OAuth2Scopes, PermissionFlagsBits } from "discord-api-types/v10"

const SCOPES: Record<string, string> = {
  [OAuth2Scopes.Identify]: "Access your username, avatar and banner",
  [OAuth2Scopes.Email]: "Access your email address",
  [OAuth2Scopes.Guilds]: "Know what servers you're in",
  [OAuth2Scopes.GuildsJoin]: "Join servers for you",
  [OAuth2Scopes.GuildsMembersRead]: "Read your member info in servers you belong to",
  [OAuth2Scopes.RoleConnectionsWrite]: "Update your connection and metadata for this application",
  [OAuth2Scopes.Bot]: "Add a bot to a server",
  [OAuth2Scopes.ApplicationsCommands]: "Create commands",
}

/** A scope as the consent page puts it. */
export function scopeInWords(scope: string): string {
  return SCOPES[scope] ?? scope
}

const PERMISSIONS: [bigint, string][] = [
  [PermissionFlagsBits.Administrator, "Administrator"],
  [PermissionFlagsBits.ManageRoles, "Manage Roles"],
  [PermissionFlagsBits.CreateInstantInvite, "Create Invite"],
  [PermissionFlagsBits.KickMembers, "Kick Members"],
  [PermissionFlagsBits.ViewAuditLog, "View Audit Log"],
]

/** The permissions a role bot asks for, by name; rarer ones are only counted. */
export function permissionsInWords(bits: bigint): string[] {
  const named = PERMISSIONS.filter(([bit]) => bits & bit)
  const rest = named.reduce((left, [bit]) => left & ~bit, bits)
  const others = rest.toString(2).replaceAll("0", "").length
  return [...named.map(([, name]) => name), ...(others ? [`${others} more`] : [])]
}
