import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { say } from "../../../messages"
import type { PageSession } from "../../../modules/discord/page-session/page-session.service"
import { discordOf } from "../../utils/discord"
import { brandOf } from "../../utils/pages/brand"
import { cookiesOf } from "../../utils/pages/oauth-cookie"
import { sendPage } from "../../utils/pages/page"
import { sendRefusalPage } from "../../utils/pages/refusal-page"
import { addressOf, countRequest } from "../../utils/request-limits"

/** Does something for the browser that gave a consent; any other is told how to come (back) here. */
export function withSession(
  handler: (req: MedusaRequest, res: MedusaResponse, session: PageSession) => Promise<void>,
): (req: MedusaRequest, res: MedusaResponse) => Promise<void> {
  return async (req, res) => {
    const { pageSessions } = discordOf(req.scope)
    try {
      const session = await pageSessions.find(cookiesOf(req))
      if (session) {
        await countRequest(req, "account_page", session.id)
        await handler(req, res, session)
        return
      }
      // A browser whose time has passed sends no cookie any more: what comes with one was made up, or kept by hand.
      if (cookiesOf(req)[pageSessions.cookieName] !== undefined) {
        await countRequest(req, "refused_address", addressOf(req))
      }
    } catch (error) {
      await sendRefusalPage(req, res, error, { title: say("request.page_not_done") })
      return
    }
    sendPage(req, res, 403, {
      title: say("request.page_closed_title"),
      text: say("request.page_closed"),
      brand: await brandOf(req),
    })
  }
}
