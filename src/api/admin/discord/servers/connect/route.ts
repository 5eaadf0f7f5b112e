import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AuthorizationUrlResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"
import { setOAuthCookie } from "../../../../utils/oauth-cookie"

/** Where to send the admin's browser to install the bot in a Discord server. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AuthorizationUrlResponse>,
): Promise<void> => {
  const discord = discordOf(req.scope)
  const { url, cookie } = await discord.beginAuthorization({
    purpose: "connect_server",
    actor_id: req.auth_context.actor_id,
    redirect_url: null,
  })
  setOAuthCookie(res, discord.options.backendUrl, cookie)
  res.json({ authorization_url: url })
}
