import type { ErrorOwner } from "./statuses"

/** What Discord answered when it did not do as asked; `status` null = no answer at all (network, timeout). */
export interface FailureFacts {
  status: number | null
  /** Discord's JSON error code, or OAuth's error word. */
  code: number | string | null
  retry_after_ms: number | null
}

export const CALL_KINDS = [
  "join",
  "read_member",
  "add_role",
  "remove_role",
  "set_roles",
  "kick",
  "token",
  "read_server",
] as const
export type CallKind = (typeof CALL_KINDS)[number]

/** How far a failure reaches: this role only, this member, the whole server, or everything this bot does. */
export type ErrorReach = "role" | "member" | "server" | "bot"

export interface FailureVerdict {
  owner: ErrorOwner
  reach: ErrorReach
  /** A sentence for the person whose move it is. */
  message: string
  /** When time alone may mend it: milliseconds until it is worth another try. */
  retry_ms?: number
}

/** What the engine finds out by itself, whatever Discord's code says. */
export const FINDINGS = {
  not_in_server: "Not in the Discord server. Connect Discord again, or join the server.",
  create_invite_missing:
    "The bot lacks the Create Invite permission, so it cannot bring buyers in. In Discord: Server Settings > Roles > the bot's role > Permissions, switch on Create Invite.",
  refused_before_discord: "Something refused the call before Discord did.",
  one_call_refused: "Discord refused one call.",
  plugin_failed: "The plugin failed. The server's log says why.",
} as const

/** Discord does not say how long the limit of 340015 holds. */
const JOIN_LIMIT_MS = 6 * 60 * 60_000
const TAKES_AWAY: readonly CallKind[] = ["remove_role", "kick"]

/**
 * Whose move a failure is. Branches on Discord's code before the HTTP status, since one status covers many causes.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
export function ownerOf(failure: FailureFacts, call: CallKind): FailureVerdict {
  return (
    byCode(failure.code, call) ??
    byStatus(failure.status) ?? {
      owner: "bug",
      reach: "member",
      message: `Discord refused the request (HTTP ${String(failure.status)}, code ${String(failure.code)}). Please report this to the plugin.`,
    }
  )
}

function byCode(code: FailureFacts["code"], call: CallKind): FailureVerdict | null {
  switch (code) {
    case 10004:
    case 50001:
      return admin("server", "The bot is not in this Discord server any more. Add it again.")
    case 10007:
      return TAKES_AWAY.includes(call)
        ? satisfied("The member has left the server, and the role with them.")
        : customer("member", "Not in the Discord server. Join it again to receive the roles.")
    case 10011:
    case 50028:
      return TAKES_AWAY.includes(call)
        ? satisfied("The role no longer exists.")
        : admin("role", "The role was deleted in Discord. Map the variant to another role.")
    case 10013:
      return customer("member", "This Discord account no longer exists. Connect another one.")
    case 30001:
      return customer(
        "member",
        "This Discord account is in as many servers as Discord allows. Leave one, then connect again.",
      )
    case 30005:
    case 30019:
      return admin("server", "The Discord server has reached a limit of members or roles.")
    case 40001:
    case 50014:
      return badBotToken()
    case 40002:
    case 50178:
      return customer(
        "member",
        "Discord asks this account to be verified first. Verify it in Discord.",
      )
    case 40007:
      return customer("member", "This Discord account is banned from the server.")
    case 40333:
      return admin("bot", "Discord blocked the request's User-Agent. Check the proxy in apiUrl.")
    case 40062:
    case 130000:
      return transient("Discord is overloaded.")
    case 50013:
      return admin(
        TAKES_AWAY.includes(call) || call === "add_role" ? "role" : "server",
        "The bot may not do this: it lacks a permission, or its role sits too low.",
      )
    case 50025:
    case "invalid_grant":
      return customer("member", "Discord no longer accepts the connection. Connect Discord again.")
    case 50026:
      return customer(
        "member",
        "The permission to join servers is missing. Connect Discord again and allow it.",
      )
    case 50035:
      return {
        owner: "bug",
        reach: "member",
        message: "Discord found the request malformed. Please report this to the plugin.",
      }
    case 60003:
      return admin(
        "server",
        "The server requires two-factor authentication: switch it on for the bot's owner.",
      )
    case 340015:
      return {
        ...customer("member", "Discord limits this account from joining servers for a while."),
        retry_ms: JOIN_LIMIT_MS,
      }
    case "invalid_client":
      return admin(
        "bot",
        "Discord does not know this clientId and clientSecret. Check the options.",
      )
    default:
      return null
  }
}

function byStatus(status: number | null): FailureVerdict | null {
  if (status === null || status >= 500) {
    return transient("Discord did not answer.")
  }
  if (status === 429) {
    return transient("Discord asked to slow down.")
  }
  return status === 401 ? badBotToken() : null
}

function badBotToken(): FailureVerdict {
  return admin(
    "bot",
    "Discord refuses the bot token. Put the current token into botToken and restart.",
  )
}

function admin(reach: ErrorReach, message: string): FailureVerdict {
  return { owner: "admin", reach, message }
}

function customer(reach: ErrorReach, message: string): FailureVerdict {
  return { owner: "customer", reach, message }
}

function transient(message: string): FailureVerdict {
  return { owner: "transient", reach: "member", message }
}

function satisfied(message: string): FailureVerdict {
  return { owner: "satisfied", reach: "role", message }
}
