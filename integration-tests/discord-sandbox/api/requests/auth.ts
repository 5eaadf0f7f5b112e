import { type Application, type User } from "../../state/entities"
import { type Grant } from "../../state/token-vault"
import { type World } from "../../state/world"
import { refuse } from "../answers/errors"
import { type AuthKind } from "./request-log"

/** Who calls: an application's bot, or a user through one of its access tokens. */
export type Caller =
  | { kind: "bot"; app: Application; user: User }
  | { kind: "bearer"; app: Application; user: User; grant: Grant }

export function authKind(header: string | undefined): AuthKind {
  const scheme = header?.split(" ")[0]?.toLowerCase()
  return scheme === "bot" || scheme === "bearer" || scheme === "basic" ? scheme : "none"
}

/**
 * The caller named by the Authorization header.
 * @throws DiscordError 401 for a token that is missing, unknown, expired or revoked.
 * @see https://discord.com/developers/docs/reference#authentication
 */
export function authenticate(world: World, header: string | undefined): Caller {
  const token = header?.slice(header.indexOf(" ") + 1) ?? ""
  const kind = authKind(header)
  if (kind === "bot") {
    const app = world.applicationByBotToken(token)
    if (app) return { kind, app, user: world.user(app.bot_user_id) }
  }
  if (kind === "bearer") {
    const grant = world.tokens.byAccessToken(token)
    if (grant)
      return {
        kind,
        app: world.application(grant.client_id),
        user: world.user(grant.user_id),
        grant,
      }
  }
  throw refuse.unauthorized()
}
