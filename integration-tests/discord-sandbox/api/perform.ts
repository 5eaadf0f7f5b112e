import { type Request } from "express"
import { type Sandbox } from "../sandbox"
import { type Answer, faultAnswer } from "./answers/answer"
import { auditLogReason } from "./requests/audit-log-reason"
import { authenticate, type Caller } from "./requests/auth"
import { parseBody } from "./requests/body"
import { DiscordError, refuse } from "./answers/errors"
import { type Fault } from "./faults"
import { type RateLimitVerdict } from "./rate-limiter"
import { type ApiReply, type ApiRequest, type Route } from "./route"
import { type Match, routeOf } from "./router"

/**
 * Does the request in Discord's order: route, token, rate limits, then the request itself. So a bad token or a request
 * past its limit changes nothing, and an error after that still carries the rate-limit headers.
 *
 * @param standIn answers instead of the route, at the place where the route would.
 */
export function perform(
  sandbox: Sandbox,
  req: Request,
  match: Match | null,
  standIn: Fault | null = null,
): Answer {
  let headers: Record<string, string> = {}
  try {
    const { route, params } = routeOf(match)
    const authorization = req.get("Authorization")
    const caller = route.auth === "none" ? null : authenticate(sandbox.world, authorization)
    const verdict = sandbox.limiter.take({
      bucket: route.bucket,
      route: `${route.method} ${route.path}`,
      major: params.guild ?? params.channel ?? "",
      account: caller?.user.id ?? "anonymous",
      bot: caller?.kind === "bot",
    })
    headers = verdict.headers
    if (!verdict.allowed) return rateLimited(verdict)
    if (standIn) return faultAnswer(standIn, headers)

    const contentType = req.get("Content-Type") ?? ""
    const request: ApiRequest = {
      sandbox,
      params,
      query: new URL(req.originalUrl, "http://sandbox").searchParams,
      body: parseBody(req.body, contentType),
      contentType,
      authorization,
      reason: auditLogReason(req.get("X-Audit-Log-Reason")),
    }
    return { ...run(route, request, caller), headers }
  } catch (error) {
    if (error instanceof DiscordError) return { status: error.status, body: error.body(), headers }
    console.error("The Discord sandbox itself failed:", error)
    return { status: 500, body: { message: "500: Internal Server Error", code: 0 }, headers }
  }
}

function run(route: Route, request: ApiRequest, caller: Caller | null): ApiReply {
  if (route.auth === "none") return route.run(request)
  if (route.auth === "any" && caller) return route.run({ ...request, caller })
  if (route.auth === "bot" && caller?.kind === "bot") {
    return route.run({ ...request, app: caller.app, bot: caller.user })
  }
  if (route.auth === "bearer" && caller?.kind === "bearer") {
    return route.run({ ...request, app: caller.app, user: caller.user, grant: caller.grant })
  }
  // A user's token on a bot's route, or the other way round.
  throw refuse.unauthorized()
}

function rateLimited(verdict: RateLimitVerdict): Answer {
  const { retry_after, global, headers } = verdict
  const message = "You are being rate limited."
  return { status: 429, headers, body: { message, retry_after, global, code: 0 } }
}
