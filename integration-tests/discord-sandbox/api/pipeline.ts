import { type Request, type RequestHandler, type Response } from "express"
import { setTimeout as sleep } from "node:timers/promises"
import { type Sandbox } from "../sandbox"
import { type Answer, drop, errorCode, faultAnswer, outageFault, send } from "./answers/answer"
import { decodedReason } from "./requests/audit-log-reason"
import { authKind } from "./requests/auth"
import { refuse } from "./answers/errors"
import { type Fault } from "./faults"
import { perform } from "./perform"
import { loggablePath } from "./requests/request-log"
import { findRoute, type Match } from "./router"
import { isUserAgent } from "./requests/user-agent"

/** One API request from arrival to answer: what the edge does to it, the request itself, the log entry. */
export function apiHandler(sandbox: Sandbox): RequestHandler {
  return (req, res, next) => {
    handle(sandbox, req, res).catch(next)
  }
}

async function handle(sandbox: Sandbox, req: Request, res: Response): Promise<void> {
  const at = sandbox.now()
  // The version may be left out: `/api/oauth2/token` and `/api/v10/oauth2/token` are the same.
  const path = req.path.replace(/^\/v\d+(?=\/)/, "")
  const match = findRoute(req.method, path)
  const target = {
    method: req.method,
    route: match?.pattern ?? loggablePath(path),
    guild_id: match?.params.guild ?? null,
    user_id: match?.params.user ?? null,
  }
  const isBlocked = !isUserAgent(req.get("User-Agent"))
  const { outage } = sandbox.faults
  const fault = isBlocked ? null : outage ? outageFault(outage) : sandbox.faults.pick(target)
  const delay = sandbox.latencyMs + (fault?.delay_ms ?? 0)
  if (delay > 0) await sleep(delay)

  const answer = isBlocked ? blocked() : answerTo(sandbox, req, match, fault)
  const dropped = answer === null || fault?.drop === "after"
  sandbox.log.add(
    {
      at,
      ...target,
      path: loggablePath(req.originalUrl),
      status: dropped ? 0 : answer.status,
      code: dropped ? null : errorCode(answer),
      auth: authKind(req.headers.authorization),
      reason: decodedReason(req.get("X-Audit-Log-Reason")),
      user_agent: req.get("User-Agent") ?? null,
      fault: fault !== null,
    },
    answer?.headers["X-RateLimit-Scope"] === "shared",
  )
  sandbox.world.changed()
  if (dropped) drop(res)
  else send(res, answer, fault?.truncate_at)
}

/** What stands before Discord answers by itself. */
function blocked(): Answer {
  const refusal = refuse.blockedUserAgent()
  return { status: refusal.status, headers: {}, body: refusal.body() }
}

/** The answer to give, or null when the socket closes before anything was looked at. */
function answerTo(
  sandbox: Sandbox,
  req: Request,
  match: Match | null,
  fault: Fault | null,
): Answer | null {
  if (!fault) return perform(sandbox, req, match)
  if (fault.drop === "before") return null
  const scripted = fault.status !== undefined || fault.body !== undefined
  if (!scripted) {
    const real = perform(sandbox, req, match)
    return { ...real, headers: { ...real.headers, ...fault.headers } }
  }
  if (fault.apply) perform(sandbox, req, match)
  else if (!comesFromTheEdge(fault)) return perform(sandbox, req, match, fault)
  return faultAnswer(fault, {})
}

/** 401, 429 and 5xx faults stand for something in front of Discord: no rate-limit headers. */
function comesFromTheEdge(fault: Fault): boolean {
  const status = fault.status ?? 200
  return status >= 500 || status === 401 || status === 429
}
