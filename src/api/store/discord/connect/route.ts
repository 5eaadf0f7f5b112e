import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AuthorizationUrlResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { setOAuthCookie } from "../../../utils/oauth-cookie"
import { pageToReturnTo } from "../../../utils/redirects"
import type { StoreConnectDiscord } from "../validators"

/** Where to send the customer's browser to connect Discord; the same browser must store the cookie of this answer. */
export const POST = async (
  req: AuthenticatedMedusaRequest<StoreConnectDiscord>,
  res: MedusaResponse<AuthorizationUrlResponse>,
): Promise<void> => {
  const discord = discordOf(req.scope)
  const { backendUrl } = discord.options
  const redirect_url = pageToReturnTo(discord.options, req.validatedBody.redirect_url)
  const { url, cookie } = await discord.beginAuthorization({
    purpose: "link_account",
    actor_id: req.auth_context.actor_id,
    redirect_url,
  })
  setOAuthCookie(res, backendUrl, cookie)
  res.json({ authorization_url: url })
}
