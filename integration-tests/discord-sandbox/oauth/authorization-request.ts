import { OAuth2Scopes } from "discord-api-types/v10"
import { type Application } from "../state/entities"
import { type World } from "../state/world"

/** What an application asks for on the consent page, checked. */
export interface AuthorizationRequest {
  app: Application
  scopes: string[]
  /** Null for a plain bot link, which has no callback. */
  redirect_uri: string | null
  state: string | null
  code_challenge: string | null
  prompt: "consent" | "none"
  bot: boolean
  permissions: bigint
  /** The guild chosen beforehand, if the link says so. */
  guild_id: string | null
}

/** The request cannot be trusted enough to send the browser anywhere: the page says what is wrong. */
export class UnsafeRequest extends Error {}

/** The request is wrong, but the callback is known: the browser goes back with `error`. */
export class RejectedRequest extends Error {
  constructor(
    readonly redirect_uri: string,
    readonly state: string | null,
    readonly error: string,
    description: string,
  ) {
    super(description)
  }
}

const KNOWN_SCOPES = new Set<string>(Object.values(OAuth2Scopes))

/**
 * Checks the query of /oauth2/authorize: the client and the redirect first, because an error may only be sent to a
 * redirect that is registered, letter by letter.
 * @throws UnsafeRequest, RejectedRequest
 * @see https://discord.com/developers/docs/topics/oauth2#authorization-code-grant
 */
export function readAuthorization(world: World, query: URLSearchParams): AuthorizationRequest {
  const app = world.applications.get(query.get("client_id") ?? "")
  if (!app) throw new UnsafeRequest("Unknown Application")
  const scopes = [...new Set((query.get("scope") ?? "").split(/[ +]/).filter(Boolean))]
  const bot = scopes.includes(OAuth2Scopes.Bot)
  const wantsCode = query.has("response_type")
  const redirect_uri = redirectOf(app, query, bot && !wantsCode)
  const state = query.get("state")
  const reject = (error: string, description: string) =>
    redirect_uri === null
      ? new UnsafeRequest(description)
      : new RejectedRequest(redirect_uri, state, error, description)

  if (wantsCode && query.get("response_type") !== "code") {
    throw reject("unsupported_response_type", "The sandbox knows only response_type=code")
  }
  const unknown = scopes.find((scope) => !KNOWN_SCOPES.has(scope))
  if (scopes.length === 0 || unknown !== undefined) {
    throw reject("invalid_scope", "The requested scope is invalid, unknown, or malformed.")
  }
  if (!wantsCode && scopes.some((s) => s !== "bot" && s !== "applications.commands")) {
    throw reject("invalid_request", "With more scopes than bot, response_type=code is mandatory.")
  }
  const code_challenge = query.get("code_challenge")
  if (code_challenge !== null) {
    if (query.get("code_challenge_method") !== "S256" || !/^[\w-]{43}$/.test(code_challenge)) {
      throw reject("invalid_request", "code_challenge_method must be S256.")
    }
    // By Discord's design a linked-roles application has to be a confidential client.
    if (scopes.includes(OAuth2Scopes.RoleConnectionsWrite)) {
      throw reject("invalid_scope", "role_connections.write cannot be used with PKCE.")
    }
  }
  return {
    app,
    scopes,
    redirect_uri,
    state,
    code_challenge,
    bot,
    prompt: query.get("prompt") === "none" && !bot ? "none" : "consent",
    permissions: permissionsIn(query, reject),
    guild_id: query.get("guild_id"),
  }
}

function redirectOf(
  app: Application,
  query: URLSearchParams,
  plainBotLink: boolean,
): string | null {
  const wanted = query.get("redirect_uri")
  if (wanted === null && plainBotLink) return null
  if (wanted === null || !app.redirect_uris.includes(wanted)) {
    throw new UnsafeRequest("Invalid OAuth2 redirect_uri")
  }
  return wanted
}

function permissionsIn(
  query: URLSearchParams,
  reject: (error: string, description: string) => Error,
): bigint {
  const wanted = query.get("permissions")
  if (wanted === null) return 0n
  if (!/^\d+$/.test(wanted)) throw reject("invalid_request", "permissions is not a number.")
  return BigInt(wanted)
}
