import { say, sayAll, type Message } from "../../../messages"
import {
  describePermissions,
  holds,
  PERMISSION,
  type DangerousPermission,
} from "./permissions.rules"
import {
  canManageRoles,
  describeUnassignable,
  type UnassignableReason,
} from "./role-assignability.rules"
import type { AccessEndAction, UnreadableReason } from "../statuses.rules"

export function canJoinMembers(permissions: string): boolean {
  return holds(permissions, PERMISSION.create_invite)
}

export function canKickMembers(permissions: string): boolean {
  return holds(permissions, PERMISSION.kick_members)
}

export const SERVER_CHECK_IDS = [
  "token",
  "bot_in_server",
  "manage_roles",
  "create_invite",
  "two_factor",
  "role_changes",
  "kick_members",
  "role_position",
  "roles_deleted",
  "role_permissions",
  "role_channels",
  "screening",
  "role_tests",
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
  message: Message
  /** What to do; null when all is well. */
  fix: Message | null
}

export interface CheckedRole {
  name: string
  unassignable_reason: UnassignableReason | null
  /** Permissions that no shop means to sell. */
  dangerous: readonly DangerousPermission[]
  /** Channels it opens that @everyone does not see; null = not known. */
  opens_channels: number | null
}

/** A role that a test gave to somebody, and that is not taken back yet. */
export interface LeftoverRole {
  role_name: string
  discord_user_id: string
}

export interface CheckedServer {
  /** Why it could not be read when last tried; null = it could. */
  unreadable: UnreadableReason | null
  bot_permissions: string
  on_access_end: AccessEndAction
  /** Whether newcomers have to accept rules in Discord first. */
  screens_members: boolean
  /** Whether Discord asks whoever manages its roles for two-factor authentication. */
  requires_two_factor: boolean
  /** Discord's code of the refusal that paused it; null = none did. */
  pause_code: string | null
  /** Whether every role that a bot could give at all ranks above this one. */
  below_every_role: boolean
  /** Highest first. */
  mapped_roles: readonly CheckedRole[]
  leftover_roles: readonly LeftoverRole[]
}

/** What stands between the store and a member's roles, the most fundamental first; then what the store left in Discord. */
export function serverChecks(server: CheckedServer): ServerCheck[] {
  return [...readabilityChecks(server), ...testChecks(server.leftover_roles)]
}

function readabilityChecks(server: CheckedServer): ServerCheck[] {
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
        ...refusalChecks(server),
        ...roleChecks(server),
        ...(server.screens_members
          ? [failed("screening", say("server.screening"), say("server.screening_fix"))]
          : []),
      ]
  }
}

interface Words {
  good: Message
  bad: Message
  fix: Message
}

const TOKEN: Words = {
  good: say("application.token_ok"),
  bad: say("application.token_refused"),
  fix: say("application.token_fix"),
}
const BOT_IN_SERVER: Words = {
  good: say("server.bot_ok"),
  bad: say("server.bot_missing"),
  fix: say("server.bot_fix"),
}

function permissionChecks({ bot_permissions, on_access_end }: CheckedServer): ServerCheck[] {
  const kick = check("kick_members", canKickMembers(bot_permissions), {
    good: say("server.kick_ok"),
    bad: say("server.kick_missing"),
    fix: say("server.kick_fix"),
  })
  return [
    check("manage_roles", canManageRoles(bot_permissions), {
      good: say("server.manage_roles_ok"),
      bad: say("server.manage_roles_missing"),
      fix: say("server.manage_roles_fix"),
    }),
    check("create_invite", canJoinMembers(bot_permissions), {
      good: say("server.create_invite_ok"),
      bad: say("server.create_invite_missing"),
      fix: say("server.create_invite_fix"),
    }),
    ...(on_access_end === "kick" ? [kick] : []),
  ]
}

/** What Discord asks of the bot's owner, and what it refuses for a reason that cannot be read: only a try tells. */
function refusalChecks({ requires_two_factor, pause_code }: CheckedServer): ServerCheck[] {
  const isTwoFactor = pause_code === TWO_FACTOR_CODE
  return [
    ...(requires_two_factor || isTwoFactor ? [check("two_factor", !isTwoFactor, TWO_FACTOR)] : []),
    ...(pause_code === null || isTwoFactor
      ? []
      : [
          failed(
            "role_changes",
            say("server.role_changes_refused", { code: pause_code }),
            say("server.role_changes_fix"),
          ),
        ]),
  ]
}

const TWO_FACTOR_CODE = "60003"
const TWO_FACTOR: Words = {
  good: say("server.two_factor_ok"),
  bad: say("server.two_factor_missing"),
  fix: say("server.two_factor_fix"),
}

function roleChecks(server: CheckedServer): ServerCheck[] {
  const mapped = server.mapped_roles
  const deleted = names(mapped.filter((role) => role.unassignable_reason === "deleted"))
  const dangerous = mapped.filter((role) => role.dangerous.length > 0)
  const idle = names(mapped.filter((role) => role.opens_channels === 0))
  const [first = ""] = idle
  const good = (words: Message) => goodOf(server, words)
  return [
    positionCheck(server),
    check("roles_deleted", deleted.length === 0, {
      good: good(say("server.roles_exist")),
      bad: say("server.roles_deleted", { roles: deleted }),
      fix: say("server.roles_deleted_fix"),
    }),
    check("role_permissions", dangerous.length === 0, {
      good: good(say("server.permissions_ok")),
      bad: say("server.permissions_dangerous", { grants: dangerous.map(describeDangerous) }),
      fix: say("server.permissions_fix", { roles: names(dangerous) }),
    }),
    check("role_channels", idle.length === 0, {
      good: good(say("server.channels_ok")),
      bad:
        idle.length === 1
          ? say("server.channel_missing", { role: first })
          : say("server.channels_missing", { roles: idle }),
      fix: say("server.channels_fix", { roles: idle }),
    }),
  ]
}

/** Nothing is said of every mapped role while there is none. */
function goodOf({ mapped_roles }: CheckedServer, words: Message): Message {
  return mapped_roles.length === 0 ? say("server.nothing_mapped") : words
}

function positionCheck(server: CheckedServer): ServerCheck {
  const { mapped_roles, below_every_role } = server
  const unreachable = mapped_roles.filter(
    (role) => role.unassignable_reason !== null && role.unassignable_reason !== "deleted",
  )
  if (unreachable.length > 0) {
    const roles = names(unreachable)
    return failed("role_position", say("server.cannot_give", { roles }), fixesOf(unreachable))
  }
  // Nobody waits for a role yet: time to say it before the first one is mapped and bought.
  return {
    ...check("role_position", !below_every_role, {
      good: goodOf(server, say("server.position_ok")),
      bad: say("server.below_every_role"),
      fix: say("server.below_every_role_fix"),
    }),
    severity: below_every_role ? "warning" : "error",
  }
}

/** Only while there is something to tell: that nothing was left behind is no news. */
function testChecks(leftover: readonly LeftoverRole[]): ServerCheck[] {
  const [first, ...others] = leftover
  if (!first) {
    return []
  }
  const bad =
    others.length === 0
      ? say("server.test_left", { role: first.role_name, user_id: first.discord_user_id })
      : say("server.tests_left", {
          roles: leftover.map((each) => `${each.role_name} (${each.discord_user_id})`),
        })
  return [failed("role_tests", bad, say("role_test.goes_on"))]
}

const WARNINGS: readonly ServerCheckId[] = [
  "role_permissions",
  "role_channels",
  "screening",
  "role_tests",
]

function check(id: ServerCheckId, ok: boolean, words: Words): ServerCheck {
  return ok
    ? { id, ok, severity: severityOf(id), message: words.good, fix: null }
    : failed(id, words.bad, words.fix)
}

function failed(id: ServerCheckId, message: Message, fix: Message): ServerCheck {
  return { id, ok: false, severity: severityOf(id), message, fix }
}

function severityOf(id: ServerCheckId): CheckSeverity {
  return WARNINGS.includes(id) ? "warning" : "error"
}

/** One sentence for all roles that the same thing keeps back. @param roles highest first */
function fixesOf(roles: readonly CheckedRole[]): Message {
  const [highest, ...lower] = names(
    roles.filter((role) => role.unassignable_reason === "above_bot"),
  )
  return sayAll(
    roles.flatMap(({ unassignable_reason, name }) => {
      if (unassignable_reason === null) {
        return []
      }
      return unassignable_reason === "above_bot" && highest !== undefined && lower.length > 0
        ? [say("server.position_fix", { highest })]
        : [describeUnassignable(unassignable_reason, name)]
    }),
  )
}

/** What a role gives its buyers that no shop means to sell. */
function describeDangerous({ name, dangerous }: Pick<CheckedRole, "name" | "dangerous">): Message {
  return say("role.dangerous", { role: name, permissions: describePermissions(dangerous) })
}

/** Why roles that let their holders manage the server are not chosen by mistake, and how they are on purpose. */
export function refuseDangerous(
  roles: readonly Pick<CheckedRole, "name" | "dangerous">[],
): Message {
  return say("role.dangerous_refused", { grants: roles.map(describeDangerous) })
}

function names(roles: readonly CheckedRole[]): string[] {
  return roles.map((role) => role.name)
}
