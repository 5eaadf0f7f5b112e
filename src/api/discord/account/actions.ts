import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { refused } from "../../../modules/discord/refused"
import type { PageSession } from "../../../modules/discord/page-session/page-session.service"
import { isSameToken } from "../../../modules/discord/security/one-time"
import { resyncCustomerWorkflow, unlinkAccountWorkflow } from "../../../workflows/account"
import { discordOf } from "../../utils/discord"
import { accountPageOf } from "../../utils/pages/account-cookie"
import { brandOf } from "../../utils/pages/brand"
import { cookiesOf, setOAuthCookie } from "../../utils/pages/oauth-cookie"
import { sendPage } from "../../utils/pages/page"
import { countRequest } from "../../utils/request-limits"
import { accountPageForm } from "./validators"

/**
 * Does what a button of the account page says, and shows the page again; *Connect* leads to Discord. Every way to Discord and
 * every look is counted as if the customer's storefront had asked.
 *
 * @throws TooManyRequests
 */
export async function carryOutAction(
  req: MedusaRequest,
  res: MedusaResponse,
  session: PageSession,
): Promise<void> {
  const form = accountPageForm.safeParse(req.body)
  if (!form.success || !isSameToken(form.data.form_token, session.form_token)) {
    // Another site had this browser send it, or the page is one of an earlier consent.
    sendPage(req, res, 403, {
      title: say("request.page_not_done"),
      text: say("request.page_open_anew"),
      brand: await brandOf(req),
    })
    return
  }
  const page = accountPageOf(discordOf(req.scope).options)
  switch (form.data.action) {
    case "check":
      await check(req, session)
      res.redirect(303, page)
      return
    case "connect":
      res.redirect(303, await connect(req, res, session))
      return
    case "disconnect":
      await disconnect(req, session)
      res.redirect(303, page)
  }
}

/** Looks at the customer in Discord anew. */
async function check(req: MedusaRequest, { customer_id, is_linked }: PageSession): Promise<void> {
  if (customer_id !== null && is_linked) {
    await countRequest(req, "resync_customer", customer_id)
    await resyncCustomerWorkflow(req.scope).run({ input: { customer_id } })
  }
}

/** Begins the same consent once more, in this browser. */
async function connect(
  req: MedusaRequest,
  res: MedusaResponse,
  { purpose, actor_id, ending }: PageSession,
): Promise<string> {
  if (ending === "disconnected") {
    // What this browser was let in for is over: a new link, or the storefront, begins anew.
    throw refused(MedusaError.Types.NOT_ALLOWED, say("consent.link_expired"), "link_expired")
  }
  const { consents, options } = discordOf(req.scope)
  await countRequest(req, purpose === "claim_order" ? "claim_link" : "connect_customer", actor_id)
  const { url, cookie } = await consents.begin(
    { purpose, actor_id, redirect_url: null },
    cookiesOf(req),
  )
  setOAuthCookie(res, options.backendUrl, cookie)
  return url
}

/** Ends the connection, as `DELETE /store/discord/account` does; of one that is gone already the page just says so. */
async function disconnect(req: MedusaRequest, session: PageSession): Promise<void> {
  const { customer_id, is_linked } = session
  if (customer_id !== null && is_linked) {
    await unlinkAccountWorkflow(req.scope).run({ input: { customer_id } })
    await discordOf(req.scope).pageSessions.disconnected(session)
  }
}
