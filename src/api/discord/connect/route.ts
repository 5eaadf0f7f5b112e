import { say } from "../../../messages"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { discordOf } from "../../utils/discord"
import { cookiesOf, setOAuthCookie } from "../../utils/pages/oauth-cookie"
import { sendIncompletePage, sendRefusalPage } from "../../utils/pages/refusal-page"
import { connectLinkParams } from "./validators"

/** A customer's browser begins what the storefront's server asked for: on to Discord, in this browser, once. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const query = connectLinkParams.safeParse(req.query)
  if (!query.success) {
    return sendIncompletePage(req, res, say("request.title_no_connect_link"))
  }
  const discord = discordOf(req.scope)
  try {
    const { url, cookie } = await discord.consents.enter(query.data.token, cookiesOf(req))
    setOAuthCookie(res, discord.options.backendUrl, cookie)
    res.redirect(303, url)
  } catch (error) {
    await sendRefusalPage(req, res, error, { title: say("request.title_broken_link") })
  }
}
