import { holds, PERMISSION } from "./permissions"
import { canManageRoles, describeUnassignable, type UnassignableReason } from "./role-assignability"
import type { AccessEndAction, UnreadableReason } from "./statuses"

export function canJoinMembers(permissions: string): boolean {
  return holds(permissions, PERMISSION.create_invite)
}

export const SERVER_CHECK_IDS = [
  "token",
  "bot_in_server",
  "manage_roles",
  "create_invite",
  "kick_members",
  "role_position",
  "roles_deleted",
  "role_permissions",
  "role_channels",
] as const
export type ServerCheckId = (typeof SERVER_CHECK_IDS)[number]

/** `error`: someone does not get what they bought. `warning`: they do, and it may not be what the shop meant. */
export type CheckSeverity = "error" | "warning"

/** What one health check of a server found. */
export interface ServerCheck {
  id: ServerCheckId
  ok: boolean
  /** How bad it is when it is not ok. */
  severity: CheckSeverity
  message: string
  /** What to do; null when all is well. */
  fix: string | null
}

export interface CheckedRole {
  name: string
  unassignable_reason: UnassignableReason | null
  /** Names of permissions that no shop means to sell. */
  dangerous: readonly string[]
  /** Channels it opens that @everyone does not see; null = not known. */
  opens_channels: number | null
}

export interface CheckedServer {
  /** Why it could not be read when last tried; null = it could. */
  unreadable: UnreadableReason | null
  bot_permissions: string
  on_access_end: AccessEndAction
  mapped_roles: readonly CheckedRole[]
}

/** What stands between the store and a member's roles, the most fundamental first. */
export function serverChecks(server: CheckedServer): ServerCheck[] {
  switch (server.unreadable) {
    case "token":
      return [check("token", false, TOKEN)]
    case "bot_in_server":
      return [check("token", true, TOKEN), check("bot_in_server", false, BOT_IN_SERVER)]
    case null:
      return [
        check("token", true, TOKEN),
        check("bot_in_server", true, BOT_IN_SERVER),
        ...permissionChecks(server),
        ...roleChecks(server.mapped_roles),
      ]
  }
}

interface Words {
  good: string
  bad: string
  fix: string
}

const TOKEN: Words = {
  good: "Discord accepts the bot token.",
  bad: "Discord refuses the bot token.",
  fix: "In Discord's developer portal: Bot > Reset Token. Put the new token into botToken and restart Medusa.",
}
const BOT_IN_SERVER: Words = {
  good: "The bot is in the server.",
  bad: "The bot is not in the server.",
  fix: "Connect the server again with Add Discord Server.",
}

function permissionChecks({ bot_permissions, on_access_end }: CheckedServer): ServerCheck[] {
  const kick = check("kick_members", holds(bot_permissions, PERMISSION.kick_members), {
    good: "The bot may remove members whose access has ended.",
    bad: "The bot lacks the Kick Members permission, so it cannot remove members whose access has ended.",
    fix: `${switchOn("Kick Members")} Or let members stay without their roles: Settings > At the end of access.`,
  })
  return [
    check("manage_roles", canManageRoles(bot_permissions), {
      good: "The bot may manage roles.",
      bad: "The bot lacks the Manage Roles permission.",
      fix: switchOn("Manage Roles"),
    }),
    check("create_invite", canJoinMembers(bot_permissions), {
      good: "The bot may join members to the server.",
      bad: "The bot lacks the Create Invite permission, so it cannot join buyers to the server.",
      fix: switchOn("Create Invite"),
    }),
    ...(on_access_end === "kick" ? [kick] : []),
  ]
}

function roleChecks(roles: readonly CheckedRole[]): ServerCheck[] {
  const deleted = roles.filter((role) => role.unassignable_reason === "deleted")
  const unreachable = roles.filter(
    (role) => role.unassignable_reason !== null && role.unassignable_reason !== "deleted",
  )
  const dangerous = roles.filter((role) => role.dangerous.length > 0)
  const idle = roles.filter((role) => role.opens_channels === 0)
  return [
    check("role_position", unreachable.length === 0, {
      good: "The bot can give every mapped role.",
      bad: `The bot cannot give ${names(unreachable)}.`,
      fix: fixesOf(unreachable),
    }),
    check("roles_deleted", deleted.length === 0, {
      good: "Every mapped role still exists in Discord.",
      bad: `Deleted in Discord: ${names(deleted)}.`,
      fix: "On the page of each product that gave it, choose another role.",
    }),
    check("role_permissions", dangerous.length === 0, {
      good: "No mapped role lets its buyers manage the server.",
      bad: `${dangerous.map(describeDangerous).join("; ")}: whoever buys it may use that.`,
      fix: `In Discord: Server Settings > Roles > ${names(dangerous)} > Permissions, switch these off.`,
    }),
    check("role_channels", idle.length === 0, {
      good: "Every mapped role opens a channel that others do not see.",
      bad: `${names(idle)} ${idle.length === 1 ? "opens" : "open"} no channel that @everyone does not see already.`,
      fix: `If the role is to open channels, in Discord: the channel > Edit Channel > Permissions, make it a private channel and add ${names(idle)}.`,
    }),
  ]
}

const WARNINGS: readonly ServerCheckId[] = ["role_permissions", "role_channels"]

function check(id: ServerCheckId, ok: boolean, words: Words): ServerCheck {
  return {
    id,
    ok,
    severity: WARNINGS.includes(id) ? "warning" : "error",
    message: ok ? words.good : words.bad,
    fix: ok ? null : words.fix,
  }
}

function switchOn(permission: string): string {
  return `In Discord: Server Settings > Roles > the bot's role > Permissions, switch on ${permission}.`
}

function fixesOf(roles: readonly CheckedRole[]): string {
  const fixes = roles.flatMap(({ unassignable_reason, name }) =>
    unassignable_reason ? [describeUnassignable(unassignable_reason, name)] : [],
  )
  return [...new Set(fixes)].join(" ")
}

/** What a role gives its buyers that no shop means to sell. */
export function describeDangerous({
  name,
  dangerous,
}: Pick<CheckedRole, "name" | "dangerous">): string {
  return `${name} has ${dangerous.join(", ")}`
}

function names(roles: readonly CheckedRole[]): string {
  return roles.map((role) => role.name).join(", ")
}
