import { Router, urlencoded, type Response } from "express"
import { messagePage } from "../oauth/message-page"
import { userInCookie } from "../oauth/session"
import { type Sandbox } from "../sandbox"
import { acceptInvite, isAlive } from "../state/invites"
import { SandboxError } from "../state/world"
import { invitePage } from "./invite-page"

/** The two pages of Discord's own client that others link to: an invitation, and a server. */
export function clientPages({ world }: Sandbox): Router {
  const router = Router()
  router.get("/invite/:code", (req, res) => {
    const invite = world.invites.get(req.params.code)
    if (!invite || !isAlive(invite, world.now())) return say(res, 404, "Invite Invalid")
    const user = userInCookie(req.headers.cookie)
    res.type("html").send(invitePage(world, world.guild(invite.guild_id), user).text)
  })
  router.post("/invite/:code", urlencoded({ extended: false }), (req, res) => {
    const user_id = String((req.body as { user_id?: string }).user_id ?? "")
    try {
      acceptInvite(world, req.params.code, user_id)
      res.redirect(303, "/channels/@me")
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error
      say(res, 400, error.message)
    }
  })
  router.get(/^\/channels\//, (_req, res) => res.redirect(303, "/"))
  return router
}

function say(res: Response, status: number, words: string): void {
  res.status(status).type("html").send(messagePage("Discord", words).text)
}
