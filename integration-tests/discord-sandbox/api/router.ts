import { isSnowflake } from "../state/snowflake"
import { type DiscordError, refuse } from "./answers/errors"
import { matchPath, type Route } from "./route"
import { APPLICATION_ROUTES } from "./routes/applications"
import { CHANNEL_ROUTES } from "./routes/channels"
import { GATEWAY_ROUTES } from "./routes/gateway"
import { GUILD_ROUTES } from "./routes/guilds"
import { INVITE_ROUTES } from "./routes/invites"
import { JOIN_ROUTES } from "./routes/join"
import { MEMBER_LIST_ROUTES } from "./routes/member-list"
import { MEMBER_ROLE_ROUTES } from "./routes/member-roles"
import { MEMBER_ROUTES } from "./routes/members"
import { OAUTH_ROUTES } from "./routes/oauth"
import { ROLE_ROUTES } from "./routes/roles"
import { USER_ROUTES } from "./routes/users"

/** All routes. Fixed words come before variables: `/members/search` before `/members/:user`. */
export const ROUTES: readonly Route[] = [
  ...APPLICATION_ROUTES,
  ...OAUTH_ROUTES,
  ...USER_ROUTES,
  ...GATEWAY_ROUTES,
  ...GUILD_ROUTES,
  ...ROLE_ROUTES,
  ...MEMBER_LIST_ROUTES,
  ...MEMBER_ROUTES,
  ...JOIN_ROUTES,
  ...MEMBER_ROLE_ROUTES,
  ...CHANNEL_ROUTES,
  ...INVITE_ROUTES,
]

export interface Match {
  /** Null when the path exists, but not with this method. */
  route: Route | null
  pattern: string
  params: Record<string, string>
}

export function findRoute(method: string, path: string): Match | null {
  let otherMethod: Match | null = null
  for (const route of ROUTES) {
    const params = matchPath(route.path, path)
    if (!params) continue
    if (route.method === method) return { route, pattern: route.path, params }
    otherMethod ??= { route: null, pattern: route.path, params }
  }
  return otherMethod
}

/** @throws DiscordError 404 for an unknown path, 405 for a wrong method, 50035 for an id that is none. */
export function routeOf(match: Match | null): { route: Route; params: Record<string, string> } {
  if (!match) throw refuse.notFound()
  if (!match.route) throw refuse.methodNotAllowed()
  for (const [name, value] of Object.entries(match.params)) {
    if (name !== "code" && !isSnowflake(value)) throw notSnowflake(`${name}_id`, value)
  }
  return { route: match.route, params: match.params }
}

function notSnowflake(field: string, value: string): DiscordError {
  const message = `Value "${value}" is not snowflake.`
  return refuse.invalidForm({ [field]: { code: "NUMBER_TYPE_COERCE", message } })
}
