import { type World } from "../state/world"
import { type AuthorizationRequest } from "./authorization-request"

/** Who this browser is logged in as: there are no passwords here, only a cookie. */
export function userInCookie(header: string | undefined): string | null {
  return /(?:^|;\s*)sandbox_user=(\d+)/.exec(header ?? "")?.[1] ?? null
}

/**
 * For `prompt=none`: the user who needs no page, because they agreed to the same scopes before. Without a cookie that
 * is the last one who authorised the application, or the only user there is.
 */
export function silentUser(
  world: World,
  request: AuthorizationRequest,
  cookieUser: string | null,
): string | null {
  const people = world.people()
  const only = people.length === 1 ? people[0]?.id : undefined
  const user = cookieUser ?? world.tokens.lastUser(request.app.client_id) ?? only
  if (user === undefined || !world.users.has(user)) return null
  const agreed = world.tokens.hasAuthorized(user, request.app.client_id, request.scopes)
  return agreed ? user : null
}
