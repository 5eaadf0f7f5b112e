import { clientOf } from "../../oauth/client-auth"
import { OAuthError } from "../../oauth/oauth-error"
import { tokenResponse } from "../../oauth/token"
import { type Application } from "../../state/entities"
import { type World } from "../../state/world"
import { type ApiReply, type ApiRequest, ok, type Route } from "../route"

type TokenForm = Record<string, unknown>

/** Only `application/x-www-form-urlencoded` is read; any other body is as good as none. */
function formIn(request: ApiRequest): TokenForm {
  const isForm = request.contentType.includes("application/x-www-form-urlencoded")
  if (isForm && typeof request.body === "object") return { ...request.body }
  throw new OAuthError(400, "unsupported_grant_type", "Grant type None is not supported")
}

/** OAuth errors have their own JSON, so they are answers here and not Discord errors. */
function endpoint(run: (world: World, app: Application, form: TokenForm) => object) {
  return (request: ApiRequest): ApiReply => {
    const { world } = request.sandbox
    try {
      const form = formIn(request)
      return ok(run(world, clientOf(world, request.authorization, form), form))
    } catch (error) {
      if (error instanceof OAuthError) return { status: error.status, body: error.body() }
      throw error
    }
  }
}

/** Revoking any one token kills all of that user's tokens for the application; an unknown one is no error. */
function revoke(world: World, app: Application, form: TokenForm): object {
  const grant = typeof form.token === "string" ? world.tokens.find(form.token) : undefined
  if (grant?.client_id === app.client_id) world.tokens.revokeAll(grant.user_id, app.client_id)
  return {}
}

export const OAUTH_ROUTES: Route[] = [
  {
    method: "POST",
    path: "/oauth2/token",
    auth: "none",
    bucket: "other",
    run: endpoint(tokenResponse),
  },
  {
    method: "POST",
    path: "/oauth2/token/revoke",
    auth: "none",
    bucket: "other",
    run: endpoint(revoke),
  },
]
