import { answered, say, type Message } from "../../../../messages"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Authorization } from "../../../../modules/discord/consent/authorizations.service"
import type { DiscordConsentEnding, DiscordConsentMessage } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { openAccountPage } from "../../../utils/pages/account-cookie"
import { clearOAuthCookie, cookiesOf } from "../../../utils/pages/oauth-cookie"
import { sendPage } from "../../../utils/pages/page"
import { withQuery } from "../../../utils/pages/redirects"
import { sendIncompletePage, sendRefusalPage } from "../../../utils/pages/refusal-page"
import { carryOut } from "./carry-out"
import { discordCallbackParams } from "./validators"

/** Discord sends the browser back here. A link that cannot be trusted redirects nowhere. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const query = discordCallbackParams.safeParse(req.query)
  if (!query.success) {
    return sendIncompletePage(req, res, say("request.title_no_discord_link"))
  }
  const discord = discordOf(req.scope)
  let authorization: Authorization
  try {
    authorization = await discord.consents.complete(query.data.state, cookiesOf(req))
  } catch (error) {
    await sendRefusalPage(req, res, error, {
      title: TITLE.failed,
      message: (text) => messageOf("failed", text),
    })
    return
  }
  if (authorization.spent_cookie !== null) {
    clearOAuthCookie(res, discord.options.backendUrl, authorization.spent_cookie)
  }
  const ended = await carryOut(req, query.data, authorization)
  const { ending, reason, text } = ended
  if (authorization.redirect_url !== null) {
    const page = withQuery(authorization.redirect_url, { discord: ending, discord_reason: reason })
    res.redirect(303, page)
    return
  }
  if (authorization.purpose !== "connect_server") {
    res.redirect(303, await openAccountPage(req, res, { ...authorization, ...ended }))
    return
  }
  sendPage(req, res, STATUS[ending], {
    title: TITLE[ending],
    text,
    message: messageOf(ending, text),
  })
}

/** For the window that opened this one, if it was a dashboard. */
function messageOf(ending: DiscordConsentEnding, text: Message): DiscordConsentMessage {
  return { source: "medusa-plugin-discord-roles", ending, ...answered("text", text) }
}

const STATUS: Record<DiscordConsentEnding, number> = {
  connected: 200,
  already_connected: 200,
  declined: 200,
  conflict: 409,
  failed: 400,
}

const TITLE: Record<DiscordConsentEnding, Message> = {
  connected: say("request.title_connected"),
  already_connected: say("request.title_already_connected"),
  declined: say("request.title_declined"),
  conflict: say("request.title_failed"),
  failed: say("request.title_failed"),
}
