import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreConnectDiscordResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { cookiesOf, setOAuthCookie } from "../../../utils/pages/oauth-cookie"
import { pageToReturnTo } from "../../../utils/pages/redirects"
import { addressOf, countRequest } from "../../../utils/request-limits"
import { sayRefusals } from "../../../utils/say-refusals"
import type { StoreConnectDiscord } from "../validators"

/**
 * Where to send the customer's browser to connect Discord: to `authorization_url` the browser that stores the cookie of this
 * answer, to `connect_url` any one browser, when the storefront's server asked.
 */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<StoreConnectDiscord>,
    res: MedusaResponse<StoreConnectDiscordResponse>,
  ): Promise<void> => {
    const discord = discordOf(req.scope)
    const { backendUrl } = discord.options
    const { actor_id } = req.auth_context
    const redirect_url = pageToReturnTo(discord.options, req.validatedBody.redirect_url)
    await countRequest(req, "connect_customer", actor_id)
    await countRequest(req, "connect_address", addressOf(req))
    const { url, cookie, entry_token } = await discord.consents.begin(
      { purpose: "link_account", actor_id, redirect_url },
      cookiesOf(req),
    )
    setOAuthCookie(res, backendUrl, cookie)
    res.json({
      authorization_url: url,
      connect_url: `${backendUrl}/discord/connect?token=${entry_token}`,
    })
  },
)
