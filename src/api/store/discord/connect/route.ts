import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { AuthorizationUrlResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { setOAuthCookie } from "../../../utils/oauth-cookie"
import { isAllowedRedirect } from "../../../utils/redirects"
import type { StoreConnectDiscord } from "../validators"

/** Where to send the customer's browser to connect Discord; the same browser must store the cookie of this answer. */
export const POST = async (
  req: AuthenticatedMedusaRequest<StoreConnectDiscord>,
  res: MedusaResponse<AuthorizationUrlResponse>,
): Promise<void> => {
  const discord = discordOf(req.scope)
  const { backendUrl, redirectUrls } = discord.options
  const { redirect_url = redirectUrls[0] ?? backendUrl } = req.validatedBody
  if (!isAllowedRedirect(redirect_url, redirectUrls)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "redirect_url is not one of the store's redirectUrls. Add it to the plugin's options, or leave it out.",
    )
  }
  const { url, cookie } = await discord.beginAuthorization({
    purpose: "link_account",
    actor_id: req.auth_context.actor_id,
    redirect_url,
  })
  setOAuthCookie(res, backendUrl, cookie)
  res.json({ authorization_url: url })
}
