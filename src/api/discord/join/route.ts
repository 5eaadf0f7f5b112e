import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { say } from "../../../messages"
import { discordOf } from "../../utils/discord"
import { onlyOpened } from "../../utils/guard"
import { sendIncompletePage, sendRefusalPage } from "../../utils/pages/refusal-page"
import { addressOf, countRequest } from "../../utils/request-limits"
import { joinLinkParams } from "./validators"

const TITLE = say("request.title_no_way_in")
/** Browsers say so when nobody has opened the page yet. @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Purpose */
const AHEAD_OF_TIME = /\bprefetch\b/i

/** A customer is outside a server that gives them roles: on to an invitation of their own, made when it is asked for. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  if (AHEAD_OF_TIME.test(`${req.get("sec-purpose") ?? ""} ${req.get("purpose") ?? ""}`)) {
    onlyOpened(req, res)
    return
  }
  const query = joinLinkParams.safeParse(req.query)
  if (!query.success) {
    await sendIncompletePage(req, res, say("request.title_no_join_link"))
    return
  }
  const { invitations } = discordOf(req.scope)
  try {
    const ticket = invitations.verifyJoin(query.data.token)
    await countRequest(req, "join_customer", ticket.customer_id)
    await countRequest(req, "join_address", addressOf(req))
    res.redirect(303, await invitations.followJoin(ticket))
  } catch (error) {
    await sendRefusalPage(req, res, error, { title: TITLE })
  }
}
