import { type RequestHandler, type Response, Router, urlencoded } from "express"
import { type Sandbox } from "../sandbox"
import { SandboxError } from "../state/world"
import { RejectedRequest, readAuthorization, UnsafeRequest } from "./authorization-request"
import { consentPage } from "./consent-page"
import { callback, decide } from "./decide"
import { messagePage } from "./message-page"
import { silentUser, userInCookie } from "./session"

/** The pages a person sees. They are no part of the API: faults and outages do not touch them. */
export function oauthPages(sandbox: Sandbox): Router {
  const router = Router()
  router.get("/authorize", guarded(showConsent(sandbox)))
  router.post("/authorize", urlencoded({ extended: false }), guarded(takeDecision(sandbox)))
  return router
}

function showConsent(sandbox: Sandbox): RequestHandler {
  return (req, res) => {
    const { world } = sandbox
    const request = readAuthorization(world, queryOf(req.originalUrl))
    const cookieUser = userInCookie(req.headers.cookie)
    const silent = request.prompt === "none" ? silentUser(world, request, cookieUser) : null
    if (silent) return redirect(res, decide(world, request, { user_id: silent, allow: true }))
    res.type("html").send(consentPage(world, request, req.originalUrl, cookieUser).text)
  }
}

function takeDecision(sandbox: Sandbox): RequestHandler {
  return (req, res) => {
    const { world } = sandbox
    const request = readAuthorization(world, queryOf(req.originalUrl))
    const form = new Map(Object.entries(req.body as Record<string, string | string[]>))
    const user_id = String(form.get("user_id") ?? "")
    const guild_id = form.get("guild_id")
    const scopes = form.get("scopes")
    res.cookie("sandbox_user", user_id, { sameSite: "lax" })
    const next = decide(world, request, {
      user_id,
      allow: form.get("decision") === "allow",
      ...(guild_id === undefined ? {} : { guild_id: String(guild_id) }),
      ...(scopes === undefined ? {} : { scopes: [scopes].flat() }),
    })
    if (next !== null) return redirect(res, next)
    res.type("html").send(messagePage("Authorised", "You may close this window.").text)
  }
}

function redirect(res: Response, to: string | null): void {
  res.redirect(303, to ?? "/")
}

/** Wrong requests become a page, or a redirect with `error` where the callback is known. */
function guarded(handler: RequestHandler): RequestHandler {
  return (req, res, next) => {
    try {
      void handler(req, res, next)
    } catch (error) {
      if (error instanceof RejectedRequest) {
        const { error: code, message: error_description, state } = error
        redirect(res, callback(error.redirect_uri, { error: code, error_description, state }))
      } else if (error instanceof UnsafeRequest || error instanceof SandboxError) {
        res.status(400).type("html").send(messagePage("Invalid request", error.message).text)
      } else next(error)
    }
  }
}

function queryOf(url: string): URLSearchParams {
  return new URL(url, "http://sandbox").searchParams
}
