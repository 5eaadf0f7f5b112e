import { canManageRoles, describeUnassignable, type UnassignableReason } from "./role-assignability"

const ADMINISTRATOR = 1n << 3n
const CREATE_INSTANT_INVITE = 1n << 0n

export function canJoinMembers(permissions: string): boolean {
  return (BigInt(permissions) & (ADMINISTRATOR | CREATE_INSTANT_INVITE)) !== 0n
}

/** What one health check of a server found. */
export interface ServerCheck {
  id: "bot_in_server" | "manage_roles" | "create_invite" | "role_position"
  ok: boolean
  message: string
  /** What to do; null when all is well. */
  fix: string | null
}

export interface CheckedServer {
  bot_permissions: string
  mapped_roles: { name: string; unassignable_reason: UnassignableReason | null }[]
}

/**
 * What stands between the store and a member's roles.
 *
 * @param server null when the bot cannot read the server at all
 */
export function serverChecks(server: CheckedServer | null): ServerCheck[] {
  if (!server) {
    return [
      check("bot_in_server", false, {
        good: "",
        bad: "The bot is not in the server.",
        fix: "Connect the server again with Add Discord Server.",
      }),
    ]
  }
  const tooHigh = server.mapped_roles.filter((role) => role.unassignable_reason !== null)
  return [
    check("bot_in_server", true, { good: "The bot is in the server.", bad: "", fix: "" }),
    check("manage_roles", canManageRoles(server.bot_permissions), {
      good: "The bot may manage roles.",
      bad: "The bot lacks the Manage Roles permission.",
      fix: "In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Manage Roles.",
    }),
    check("create_invite", canJoinMembers(server.bot_permissions), {
      good: "The bot may join members to the server.",
      bad: "The bot lacks the Create Invite permission, so it cannot join buyers to the server.",
      fix: "In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite.",
    }),
    check("role_position", tooHigh.length === 0, {
      good: "The bot can give every mapped role.",
      bad: `The bot cannot give ${tooHigh.map((role) => role.name).join(", ")}.`,
      fix: [
        ...new Set(
          tooHigh.flatMap((role) =>
            role.unassignable_reason
              ? [describeUnassignable(role.unassignable_reason, role.name)]
              : [],
          ),
        ),
      ].join(" "),
    }),
  ]
}

function check(
  id: ServerCheck["id"],
  ok: boolean,
  words: { good: string; bad: string; fix: string },
): ServerCheck {
  return { id, ok, message: ok ? words.good : words.bad, fix: ok ? null : words.fix }
}
